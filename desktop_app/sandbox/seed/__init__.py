"""The data a fresh sandbox starts with: the demo city Huế, and New York's real requests beside it.

Map:
    organisation          units, officers, categories and templates, from ``resources/city``
    gazetteer             streets and landmarks of each ward
    texts                 what citizens wrote: the hand-written texts and the words put into them
    citizen_voice         how people really type: slips, no diacritics, their own identity in the text
    remarks, answers      what officers write on the way, and the answer in the house style
    office_hours          working time as one line of minutes
    case, seeded_ids      one report carried through the workflow table, command by command
    briefs, desk          what is to be made: at random, and for the desks of the demo officers
    schedule              when each step happens
    staff, doers          the officers; who carries out a command
    circumstances         what is given about a case before its first step
    routing, enclosures   where it goes; what each command carries
    writer                from a brief to a case
    generator             the four hundred reports
    multitude             any number of reports, copied from those through years
    photos                the reports' photos, drawn: as taken, small, and as public copies
    city                  ``seed_city``: all of it into the database
    nyc_rows, nyc_case    one row of the open data: read, checked, carried to where its status says
    nyc311                ``import_nyc``: the file into the database, each row whole or refused
"""

from desktop_app.sandbox.seed.city import seed_city
from desktop_app.sandbox.seed.nyc311 import ImportResult, import_nyc
from desktop_app.sandbox.seed.nyc_rows import RefusedRow

__all__ = ["ImportResult", "RefusedRow", "import_nyc", "seed_city"]
