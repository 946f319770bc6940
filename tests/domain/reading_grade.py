"""The reading grade of a text: the formula of Kincaid, Fishburne, Rogers and Chissom (1975).

    0.39 × words per sentence + 11.8 × syllables per word − 15.59

Syllables are counted by groups of vowels, less the silent ones; a word or two may be off by one.
"""

import re

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"[.?!…]+[”’\")]*(?:\s|$)|\n\n")
_SILENT = re.compile(r"(?:[^laeiouyäöü]e|(?<=[a-z])ed|[^aeiouycgszx]es)$")
_TWO = re.compile(r"i(?:a|o(?!n)|et)")
_SAID = re.compile(r"[td]ed$|[^aeiou]le[sd]?$")


def syllables(word):
    """About how many syllables a word has."""
    plain = word.lower().replace("’", "'").split("'")[0]
    short = plain if _SAID.search(plain) or len(plain) <= 3 else _SILENT.sub("", plain)
    return max(1, len(re.findall(r"[aeiouyäöü]+", short or plain)) + len(_TWO.findall(short)))


def words_in(text):
    return _WORD.findall(text)


def sentences_in(text):
    return [one for one in _SENTENCE_END.split(text) if one and words_in(one)]


def grade(texts):
    """The grade of all these texts together; each ends a sentence."""
    sentences = [one for text in texts for one in sentences_in(text)]
    found = [word for one in sentences for word in words_in(one)]
    total = sum(map(syllables, found))
    return 0.39 * len(found) / len(sentences) + 11.8 * total / len(found) - 15.59
