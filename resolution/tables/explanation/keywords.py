"""What two records must share under a blocking rule, in words.

A predicate without words of its own is called by its name, so that a new one is told at once, if
plainly. Those in one word with capitals are dedupe's.
"""

from resolution.tables.model import Predicate, Rule

AS_A_WHOLE = " as a whole"

_SHARED = {
    "whole": f"{{}}{AS_A_WHOLE}",
    "wholeFieldPredicate": f"{{}}{AS_A_WHOLE}",
    "wholeSetPredicate": f"{{}}{AS_A_WHOLE}",
    "joined": "{} written together",
    "sorted words": "the words of {} in any order",
    "sorted letters": "the letters of {} in any order",
    "letters": "the letters of {} in any order",
    "word": "a word of {}",
    "tokenFieldPredicate": "a word of {}",
    "firstTokenPredicate": "the first word of {}",
    "firstTwoTokensPredicate": "the first two words of {}",
    "word pair": "two words of {}",
    "two_words": "two words of {}",
    "commonTwoTokens": "two words in a row of {}",
    "commonThreeTokens": "three words in a row of {}",
    "skeleton": "the consonants of a word of {}",
    "skeleton pair": "the consonants of two words of {}",
    "all skeletons": "the consonants of {}",
    "head": "the beginning of {}, or of a word of it",
    "long_head": "the beginning of {}",
    "tail": "the end of {}, or of a word of it",
    "head pair": "the beginnings of two words of {}",
    "tail pair": "the ends of two words of {}",
    "joined head": "the beginning of {}",
    "joined tail": "the end of {}",
    "sameThreeCharStartPredicate": "the first three letters of {}",
    "sameFiveCharStartPredicate": "the first five letters of {}",
    "sameSevenCharStartPredicate": "the first seven letters of {}",
    "commonFourGram": "four letters in a row of {}",
    "commonSixGram": "six letters in a row of {}",
    "initial and word": "a word and an initial of {}",
    "slip": "{} but for one letter or figure",
    "word slip": "a word of {} but for one letter",
    "number": "a number in {}",
    "number and word": "a number in {} and the word after it",
    "commonIntegerPredicate": "a number in {}",
    "firstIntegerPredicate": "the first number in {}",
    "nearIntegersPredicate": "a number in {}, or the next",
    "alphaNumericPredicate": "a word of {} with figures",
    "code": "a code in {}",
    "acronym": "the acronym of {}",
    "sortedAcronym": "the initials of {} in any order",
    "syllables": "the Korean syllables of {}",
    "doubleMetaphone": "the sound of {}",
    "metaphoneToken": "the sound of a word of {}",
    "fingerprint": "the words of {} in any order",
    "each": "one of {}",
    "commonSetElementPredicate": "one of {}",
    "commonTwoElementsPredicate": "two of {}",
    "commonThreeElementsPredicate": "three of {}",
    "day": "the day of {}",
    "year": "the year of {}",
    "month": "the year and month of {}",
    "anniversary": "the month and day of {}",
    "exchanged": "the day of {}, month and day perhaps exchanged",
    "near": "{}, nearly",
    "magnitude": "the magnitude of {}",
    "orderOfMagnitude": "the magnitude of {}",
    "roundTo1": "{}, nearly",
    "latLongGridPredicate": "the surroundings of {}",
}


def predicate_meaning(predicate: Predicate) -> str:
    """Return what two must share under a predicate."""
    words = _SHARED.get(predicate.function, f"{predicate.function} of {{}}")
    return words.format(predicate.variable)


def rule_meaning(rule: Rule) -> str:
    """Return what two must share to meet under a rule."""
    return " and ".join(map(predicate_meaning, rule.predicates))


def rule_name(rule: Rule) -> str:
    """Return a rule as `dedupe train` and the model's file name it."""
    return " and ".join(f"{one.function} of {one.variable}" for one in rule.predicates)
