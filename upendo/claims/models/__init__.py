from upendo.claims.models.certificate import Certificate
from upendo.claims.models.claim import Claim
from upendo.claims.models.override import WordingOverride
from upendo.claims.models.rule import WordingLaw, WordingPhrases, WordingRule
from upendo.claims.models.word_list import WordList

__all__ = [
    "Certificate",
    "Claim",
    "WordList",
    "WordingLaw",
    "WordingOverride",
    "WordingPhrases",
    "WordingRule",
]
