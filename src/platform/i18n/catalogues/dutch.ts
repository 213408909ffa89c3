import accountability from './nl/accountability.json' with { type: 'json' }
import agreements from './nl/agreements.json' with { type: 'json' }
import amounts from './nl/amounts.json' with { type: 'json' }
import appointments from './nl/appointments.json' with { type: 'json' }
import benchmark from './nl/benchmark.json' with { type: 'json' }
import contacts from './nl/contacts.json' with { type: 'json' }
import coverage from './nl/coverage.json' with { type: 'json' }
import dashboard from './nl/dashboard.json' with { type: 'json' }
import desks from './nl/desks.json' with { type: 'json' }
import direction from './nl/direction.json' with { type: 'json' }
import directory from './nl/directory.json' with { type: 'json' }
import documents from './nl/documents.json' with { type: 'json' }
import goals from './nl/goals.json' with { type: 'json' }
import hours from './nl/hours.json' with { type: 'json' }
import hsds from './nl/hsds.json' with { type: 'json' }
import listCare from './nl/list-care.json' with { type: 'json' }
import lists from './nl/lists.json' with { type: 'json' }
import mail from './nl/mail.json' with { type: 'json' }
import money from './nl/money.json' with { type: 'json' }
import network from './nl/network.json' with { type: 'json' }
import notices from './nl/notices.json' with { type: 'json' }
import openData from './nl/open-data.json' with { type: 'json' }
import openingFigures from './nl/opening-figures.json' with { type: 'json' }
import organisations from './nl/organisations.json' with { type: 'json' }
import people from './nl/people.json' with { type: 'json' }
import privacy from './nl/privacy.json' with { type: 'json' }
import promotion from './nl/promotion.json' with { type: 'json' }
import rawExport from './nl/raw-export.json' with { type: 'json' }
import referrals from './nl/referrals.json' with { type: 'json' }
import reports from './nl/reports.json' with { type: 'json' }
import senders from './nl/senders.json' with { type: 'json' }
import sentReports from './nl/sent-reports.json' with { type: 'json' }
import shell from './nl/shell.json' with { type: 'json' }
import signals from './nl/signals.json' with { type: 'json' }
import townHall from './nl/town-hall.json' with { type: 'json' }
import triage from './nl/triage.json' with { type: 'json' }
import upkeep from './nl/upkeep.json' with { type: 'json' }

/** Every text of the interface in this language; one file a part of the product, so that two people rarely meet in one. */
export const dutch = {
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
