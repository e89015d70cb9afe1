"""The demonstration letters: the words of the handwriting in art/letter-*.svg, and their English.

The writers are invented. Paragraphs are separated by blank lines.
"""

from typing import TypedDict

# Whose letter a speech program has read, in recordings/: `dev/generate/demonstration_speech.py`.
SPOKEN = ("neema",)


class DemoLetter(TypedDict):
    """One letter in Swahili (`text`) and in English (`translation`)."""

    text: str
    translation: str


LETTERS: dict[str, DemoLetter] = {
    "neema": {
        "text": """\
Mpendwa mteja,

Asante sana kwa kununua asali yetu. Jina langu ni Neema Kashindye. \
Ninaishi Inyonga na nina watoto watatu. Mimi ni mfugaji wa nyuki tangu mwaka 2009.

Mizinga yangu ni ya magome ya miti. Ninaitundika juu sana, mbali na wanyama, \
na nyuki huja wenyewe miombo inapochanua. Tunavuna asali msituni mara mbili kwa mwaka. \
Usiku wa mavuno tunaimba njiani ili tusiogope giza.

Fedha za asali hulipa ada ya shule. Binti yangu mkubwa anataka kuwa mwalimu.

Je, kwenu kuna miti gani? Tafadhali niandikie.

Karibu tena,
Neema""",
        "translation": """\
Dear customer,

Thank you very much for buying our honey. My name is Neema Kashindye. \
I live in Inyonga and I have three children. I have been a beekeeper since 2009.

My hives are made of tree bark. I hang them very high, away from the animals, \
and the bees come by themselves when the miombo is in flower. \
We harvest honey in the forest twice a year. \
On harvest nights we sing on the way so that we are not afraid of the dark.

The honey money pays the school fees. My eldest daughter wants to become a teacher.

What trees do you have where you live? Please write to me.

Welcome again,
Neema""",
    },
    "juma": {
        "text": """\
Mpendwa mteja,

Asante sana kwa kununua asali yetu. Mimi ni Juma Mwakalukwa wa kijiji cha Ilunde. \
Nina miaka sitini na mmoja.

Baba yangu alinifundisha kazi hii. Mwaka 1984 alinipa mzinga wangu wa kwanza, \
wa gogo la mninga, nao bado una nyuki. Kupanda mti ni rahisi; kazi ngumu ni kusubiri. \
Nyuki hufuata maua, nasi tunawafuata nyuki.

Tunavuna asali msituni mara mbili kwa mwaka. Hatuchukui yote: \
sehemu moja huwa chakula cha nyuki. Msitu ukisimama, nasi tutasimama.

Tafadhali niandikie. Mjukuu wangu atanitafsiria barua yako.

Karibu tena,
Juma""",
        "translation": """\
Dear customer,

Thank you very much for buying our honey. I am Juma Mwakalukwa of Ilunde village. \
I am sixty-one years old.

My father taught me this work. In 1984 he gave me my first hive, \
made from a mninga log, and it still has bees. \
Climbing the tree is easy; the hard work is waiting. \
The bees follow the flowers, and we follow the bees.

We harvest honey in the forest twice a year. We do not take it all: \
one part is the bees' food. If the forest stands, we too shall stand.

Please write to me. My grandchild will translate your letter for me.

Welcome again,
Juma""",
    },
    "rehema": {
        "text": """\
Mpendwa mteja,

Asante sana kwa kununua asali yetu. Naitwa Rehema Sungura, nina miaka ishirini na saba, \
na ninaishi Mlele. Mimi ni mfugaji wa nyuki tangu mwaka 2019.

Mimi pia ni mweka hazina wa kikundi chetu cha wanawake wafugaji wa nyuki. \
Kila ndoo ya asali ninaiandika kwenye daftari, ili kila mwanamke apate haki yake.

Mwanzoni nilimwogopa nyuki. Sasa nasikia sauti ya mzinga \
na najua kama kuna asali. Asali ya mwezi wa sita ndiyo ninayoipenda zaidi.

Wewe unaila na nini? Tafadhali niandikie.

Karibu tena,
Rehema""",
        "translation": """\
Dear customer,

Thank you very much for buying our honey. I am called Rehema Sungura, \
I am twenty-seven years old, and I live in Mlele. I have been a beekeeper since 2019.

I am also the treasurer of our group of women beekeepers. \
I write every bucket of honey in the book, so that every woman gets what is due to her.

At first I was afraid of bees. Now I hear the sound of a hive \
and I know whether there is honey. The honey of June is the one I like best.

What do you eat it with? Please write to me.

Welcome again,
Rehema""",
    },
}
