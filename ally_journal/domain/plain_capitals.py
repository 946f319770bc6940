"""English words that are written with a capital and are no names of persons."""

from __future__ import annotations

_TIMES = """
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
fridays saturdays sundays january february march july september october november december spring
autumn winter morning afternoon evening night noon week month quarter year christmas easter eid
ramadan diwali hanukkah passover pride holiday holidays new happy merry good history awareness
"""
_PLACES = """
north south east northern southern eastern western central upper lower united states kingdom
republic city county street road avenue square river station airport san los las saint st york
berlin africa america asia australia europe india china japan zealand england ireland scotland
france germany spain italy portugal brazil canada mexico american african asian european british
english french german spanish chinese indian irish scottish welsh italian japanese korean latin
latino latina arab jewish muslim christian hindu sikh buddhist catholic indigenous native first
"""
_WORK = """
team teams lead leads leader manager managers management director directors officer chief
executive vice president senior junior principal staff associate assistant engineer engineering
developer design designer product project program programme department office human resources
people operations marketing sales finance legal support service services customer client company
group committee council board union network meeting meetings call review reviews report reports
plan roadmap sprint retro standup stand-up channel thread doc docs document slide slides email
mail calendar zoom slack google microsoft apple amazon outlook word excel powerpoint jira github
linkedin code conduct policy guide handbook training workshop conference summit school university
college academy institute hospital room building floor centre center award prize release version
chapter section part step appendix figure table
"""
_TITLES = """
i the and of for act law rights lives matter war world nations international national society
foundation association journal times post news bible god internet web app art science data
security safety health equality equity diversity inclusion ally allies allyship person colleague
friend mum mom dad mother father aunt uncle grandma grandpa sister brother not do don't never
always yes no please thank thanks hello hi dear best kind regards important note ps nb
"""
_FIRST = """
a an the this that these those there here i he she it we you they my his her its our your their
who what when where why which how if as at by for from in into of off on onto out over to under
until up with without within about above across after again against along also although always
among and any anyone around because before behind below beneath beside besides between beyond both
but despite did do does done down during each earlier either else even ever every everyone except
finally first former further had has have having hence hi hello hey dear thanks however inside
instead just last lastly lately later least less let like many maybe me meanwhile more most much
must near nearly neither never next no nobody none nor not nothing now often oh once one only
opposite or other others outside past per perhaps please quite rather said says second several
shall should since so some somebody someone sometimes soon still such suddenly than then therefore
though three through throughout till today together told tomorrow too toward towards tried two
unless unlike us usually very via was well were whatever whenever whether while whom whose will
would yes yesterday yet ask asked asking tell call called met meet saw see heard hear when've i'm
i'd i've i'll it's that's what's there's don't didn't can can't could may might poor thank are is
be been am according apparently actually clearly honestly luckily sadly sorry new old young big
good bad better best worst great another same own all few half whoever whichever nobody's
everyone's someone's people person colleague manager
"""
_EITHER = """
black white brown hill park lane hall house church west bill april june august summer court bridge
lake mount london paris wales day head king price
"""
_BETWEEN = "van von der den de da di del della du la le bin ibn al el dos y"
_BEFORE = "mr mrs ms mx miss dr prof professor sir dame herr frau"

PARTICLES = frozenset(_BETWEEN.split())
"""What stands inside full names in small letters."""
TITLES = frozenset(_BEFORE.split())
"""With one of these, one more word is a name."""
AT_THE_BEGINNING = frozenset(_FIRST.split())
"""With one of these as its first word, a sentence begins, not a name."""
ALWAYS = frozenset((_TIMES + _PLACES + _WORK + _TITLES).split())
"""A name with one of these in it is not a person's."""
EITHER = frozenset(_EITHER.split())
"""A name of these alone is not a person's; beside another word they are names like any other."""
