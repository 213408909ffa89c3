import accountability from './en/accountability.json' with { type: 'json' }
import agreements from './en/agreements.json' with { type: 'json' }
import amounts from './en/amounts.json' with { type: 'json' }
import appointments from './en/appointments.json' with { type: 'json' }
import benchmark from './en/benchmark.json' with { type: 'json' }
import contacts from './en/contacts.json' with { type: 'json' }
import coverage from './en/coverage.json' with { type: 'json' }
import dashboard from './en/dashboard.json' with { type: 'json' }
import desks from './en/desks.json' with { type: 'json' }
import direction from './en/direction.json' with { type: 'json' }
import directory from './en/directory.json' with { type: 'json' }
import documents from './en/documents.json' with { type: 'json' }
import goals from './en/goals.json' with { type: 'json' }
import hours from './en/hours.json' with { type: 'json' }
import hsds from './en/hsds.json' with { type: 'json' }
import listCare from './en/list-care.json' with { type: 'json' }
import lists from './en/lists.json' with { type: 'json' }
import mail from './en/mail.json' with { type: 'json' }
import money from './en/money.json' with { type: 'json' }
import network from './en/network.json' with { type: 'json' }
import notices from './en/notices.json' with { type: 'json' }
import openData from './en/open-data.json' with { type: 'json' }
import openingFigures from './en/opening-figures.json' with { type: 'json' }
import organisations from './en/organisations.json' with { type: 'json' }
import people from './en/people.json' with { type: 'json' }
import privacy from './en/privacy.json' with { type: 'json' }
import promotion from './en/promotion.json' with { type: 'json' }
import rawExport from './en/raw-export.json' with { type: 'json' }
import referrals from './en/referrals.json' with { type: 'json' }
import reports from './en/reports.json' with { type: 'json' }
import senders from './en/senders.json' with { type: 'json' }
import sentReports from './en/sent-reports.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import signals from './en/signals.json' with { type: 'json' }
import townHall from './en/town-hall.json' with { type: 'json' }
import triage from './en/triage.json' with { type: 'json' }
import upkeep from './en/upkeep.json' with { type: 'json' }

/** Every text of the interface in this language; one file a part of the product, so that two people rarely meet in one. */
export const english = {
  ...benchmark,
  ...contacts,
  ...coverage,
  ...dashboard,
  ...desks,
  ...hours,
  ...listCare,
  ...lists,
  ...openData,
  ...openingFigures,
  ...organisations,
  ...people,
  ...rawExport,
  ...reports,
  ...sentReports,
  ...shell,
  ...triage,
  ...directory,
  ...upkeep,
  ...hsds,
  ...network,
  ...referrals,
  ...appointments,
  ...senders,
  ...privacy,
  ...mail,
  ...townHall,
  ...direction,
  ...signals,
  ...notices,
  ...promotion,
  ...goals,
  ...agreements,
  ...accountability,
  ...money,
  ...amounts,
  ...documents,
}
