"""English words that are names too, and what is written like an initial without being one.

A name that is an everyday word counts with a capital only: "Will said" is somebody, "I will" is
not. Plants and colours are not here: most made-up names are of them.
"""

from __future__ import annotations

_GRAMMAR = """
a an the and or nor but so yet if as at by for from in into of off on onto out over to under up
with via per than then that this these those there here i me my mine you your he him his she her
it its we us our they them their who whom what when where why how which all any both each few many
more most no not none one two some such only own same too very can could may might must shall
should will would do did does done am is are was were be been has have had let get got go went
gone come came say said see saw ask put set use try run ran know knew think thought take took give
gave make made new old big well just even ever never now soon still also again about after before
between because during while until since through against without within yes okay ok oh hi hey ah
"""
_NAMES = """
abel ace aim al alone amen angel april art august autumn baker bank banks bar barber barn bass bay
bean bell bells best bill bills bird bishop bliss bloom blunt bond booker bow brand bridge bright
brook brooks brother buck bud bull bush butler buddy cage can car carpenter carter case cash
chance chase chip christian church clay clean clerk coach coast cole colt comfort constance
constant cook cooper cord cost court creed cross crown cruise cruz dale dash dawn day days dean
deal dear deacon den destiny dick dine dot dove drew drum duke dusk early earl earnest east easter
ebb echo eden ember eve ever faith fame fan farmer favor field fields fine finch fish fisher flint
flower fly ford forest fortune foster fox frank freed freedom freeman friday friend gale game
gates gay gene genesis german gift glad glen glory gore grace grand grant grave graves gray green
grey grove guy hale hall ham hand hank happy hardy harm harmony harper haven hays head heath heart
heaven held hill hills home honor hope hopes house hunt hunter ice iron jack jade jay jazz jersey
jet jewel job joy joyful june july just justice key keen king kings kit knight lake lamb lance
land lane lark law lay lead leaf lee less levy lilt light little live long lord loud love lovely
loyal luck lucky lung lyric mace major man march marina mark marks marshal marshall mason master
may mays mead melody mercy merit merry mike mile miles mill mills miller mine minor miracle mister
mode modest moon moor moore more morn moss muse neal needs nick night noble noon norm north novel
oak ocean pace pack page paige paris park parker parks part pass pat patience peace peak pearl
penny pepper perry pete pike piper piece pitt pledge pond pool poor pope porter post potter power
powers prairie presley price pride prince prior proof prudence quest quick quinn rain rally ransom
ray read ready reed reef reign rex rice rich river rivers rob robin rock rocky ruby rue rule rush
russet sage sails sailor salt sandy saul savage savior scout seal sergeant serene shade shepherd
sherry shore short sierra silver sincere singer sky sleep sly small smart smith snow sol sole
solace son song sonny south sparks spark spring stack star starr steel stern still stone stones
storm story street strong sue sugar summer sun sunday sunny swan sweet taylor teal temple tender
terrace thorn tide tiger tim toll tom town trace tracy trent trinity trip trigger trout true trust
tucker turner tyre valley van verity victor victory walker wall walls ward ware warren water
waters weaver webb week weeks well wells west wheeler whit white wild wilder win wing winner
winter winters wise wolf wood woods woody worth wright write year young zen person people team
manager lead boss colleague friend partner client customer director mentor neighbour neighbor mum
mom dad sister uncle aunt doctor nurse teacher student
"""
_PLANTS_AND_COLOURS = """
almond apple ash aster bamboo basil bay bean beige berry birch black blue briar brown bush cactus
cedar charcoal cherry clay clover coral cream crimson daisy elm fern flint flower gold golden
grape gray green grey hazel heath heather holly iris ivory ivy jade jasmine juniper khaki laurel
lavender leaf lemon lilac lily lime linden lotus magenta maple marigold maroon melon mint moss
mushroom navy nut oak olive orange orchid palm pansy peach pepper petal pine pink plum poppy
potato pumpkin purple red reed rice rose rosemary rowan ruby rue russet rust sage scarlet silver
sorrel stone stones tan teal thorn thyme tomato tulip turquoise vine violet walnut white willow
wren yellow yew
"""

_LITTLE = """
a the and or nor but if as at by for from in into of off on onto out over to under up via with
"""
_SHORT = """
hr it pm am ok uk us eu tv id pr qa cv ai pc un vp bc ad ps nb re cc dj dr mr ms st vs ceo cfo cto
coo usa faq pdf kpi okr nhs bbc diy dei erg ui ux pto hq la ny dc phd mba
"""
_KINDS = """
the team project group department dept company squad ltd limited inc gmbh llc ag plc corp co sa
kg ohg gbr ug sarl bv nv llp pty pvt srl spa holding holdings incorporated corporation
"""
_DOTTED = """
eg ie am pm ad bc ps nb us uk eu un ed co vs pp cf ca
"""
_SIGNED = """
ab ac ae bb bw ca cd da dd hm hs il io lc ld lr ma mf ml na nw oe pe pl po pp qa rb rd rr sp tc te
va wl wo xy yn
"""
_BEFORE = """
plan plans vitamin option options type grade group team class section appendix figure table room
side part step point version item level block hepatitis person people colleague column row line
gate platform building floor wing exhibit schedule question variant letter key size drive category
tier phase stage generation gen model series page paragraph answer case band school league minor
major sharp flat
"""

LITTLE = frozenset(_LITTLE.split())
"""Words that never stand for somebody when they are but a part of a name ("the", "of")."""

BEGINNERS = frozenset(_GRAMMAR.split()) - frozenset(_NAMES.split()) - {"will", "may", "can", "see"}
"""Words that begin sentences so often that even a capital tells nothing there ("An", "So")."""

PLANTS_AND_COLOURS = frozenset(_PLANTS_AND_COLOURS.split())
"""Words that are names first: in any case, for most made-up names are of them."""

EVERYDAY = frozenset((_GRAMMAR + _NAMES).split()) - PLANTS_AND_COLOURS
"""Names that count with a capital only; with those of `ordinary_words.everyday_words`."""

SHORTENINGS = frozenset(_SHORT.split())
"""Two or three capitals that stand for initials only when they have points: H.R., not HR."""

DOTTED = frozenset(_DOTTED.split())
"""Small letters with points that are no initials."""

SIGNED = frozenset(_SIGNED.split()) | SHORTENINGS
"""Capitals with "/", "&" or "+" between them that are no initials: R&D, A/B."""

KINDS = frozenset(_KINDS.split())
"""Words of an employer's or team's name without which it is as telling."""

BEFORE_A_LETTER = frozenset(_BEFORE.split())
"""After one of these a single capital is no initial: plan B, vitamin C."""
