import contacts from './en/contacts.json' with { type: 'json' }
import coverage from './en/coverage.json' with { type: 'json' }
import desks from './en/desks.json' with { type: 'json' }
import hours from './en/hours.json' with { type: 'json' }
import lists from './en/lists.json' with { type: 'json' }
import openingFigures from './en/opening-figures.json' with { type: 'json' }
import organisations from './en/organisations.json' with { type: 'json' }
import people from './en/people.json' with { type: 'json' }
import reports from './en/reports.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }

/** Every text of the interface in this language; one file a part of the product, so that two people rarely meet in one. */
export const english = {
  ...contacts,
  ...coverage,
  ...desks,
  ...hours,
  ...lists,
  ...openingFigures,
  ...organisations,
  ...people,
  ...reports,
  ...shell,
}
