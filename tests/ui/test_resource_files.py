from importlib import resources

from ui.resource_files import names_in, text_of


def test_a_file_reads_as_the_library_reads_it():
    assert text_of("icons", "eye.svg") == (
        resources.files("resources") / "icons/eye.svg"
    ).read_text("utf-8")


def test_all_names_of_a_folder_are_there_in_order():
    there = (file.name for file in (resources.files("resources") / "themes").iterdir())
    assert names_in("themes") == sorted(there)
