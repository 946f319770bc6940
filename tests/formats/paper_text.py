"""A PDF as read back: its words in one row, whatever lines they were broken into."""

from io import BytesIO

from pypdf import PdfReader  # noqa: TID253 a test has time


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def words(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(data).pages).split())
