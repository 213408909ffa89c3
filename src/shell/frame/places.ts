import { agreementsPermissions } from '../../capabilities/agreements/public.ts'
import { contactsPermissions } from '../../capabilities/contacts/public.ts'
import { desksPermissions } from '../../capabilities/desks/public.ts'
import { directoryPermissions } from '../../capabilities/directory/public.ts'
import { fundingPermissions } from '../../capabilities/funding/public.ts'
import { goalsPermissions } from '../../capabilities/goals/public.ts'
import { listsPermissions } from '../../capabilities/lists/public.ts'
import { municipalRolesPermissions } from '../../capabilities/municipal-roles/public.ts'
import { noticesPermissions } from '../../capabilities/notices/public.ts'
import { organisationsPermissions } from '../../capabilities/organisations/public.ts'
import { peoplePermissions } from '../../capabilities/people/public.ts'
import { referralsPermissions } from '../../capabilities/referrals/public.ts'
import { reportsPermissions } from '../../capabilities/reports/public.ts'
import { signalsPermissions } from '../../capabilities/signals/public.ts'
import { triagePermissions } from '../../capabilities/triage/public.ts'
import type { Permission } from '../../platform/auth/permissions.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'

export interface Place {
  readonly href: string
  readonly label: MessageKey
  readonly permission: Permission
  /** Addresses of pages that one comes to from here: on those this place is where one is. */
  readonly leadsTo?: readonly string[]
  /** Who has this one as well comes there by another place. */
  readonly unless?: Permission
}

/** Everywhere one may go from the navigation, in its order. */
export const places: readonly Place[] = [
  { href: '/balie', label: 'shell.register', permission: contactsPermissions['contacts.register'] },
  { href: '/balie/druk', label: 'shell.rush', permission: contactsPermissions['contacts.register'] },
  {
    href: '/balie/registraties',
    label: 'shell.day-overview',
    permission: contactsPermissions['contacts.register'],
  },
  { href: '/balie/turflijst', label: 'shell.tally', permission: contactsPermissions['contacts.register'] },
  {
    href: '/balie/openingstijden',
    label: 'hours.list.title',
    permission: desksPermissions['desks.keep-hours'],
  },
  {
    href: '/balie/voorstellen',
    label: 'triage.desk.navigation',
    permission: triagePermissions['triage.see'],
  },
  {
    href: '/balie/vandaag',
    label: 'appointments.today.navigation',
    permission: referralsPermissions['referrals.refer'],
  },
  {
    href: '/balie/afspraken',
    label: 'appointments.times.title',
    permission: referralsPermissions['referrals.refer'],
  },
  {
    href: '/balie/terugbellen',
    label: 'appointments.call.title',
    permission: referralsPermissions['referrals.refer'],
  },
  {
    href: '/balie/doorverwijzen',
    label: 'referrals.propose.title',
    permission: referralsPermissions['referrals.refer'],
  },
  {
    href: '/balie/doorverwijzingen',
    label: 'referrals.list.title',
    permission: referralsPermissions['referrals.refer'],
  },
  {
    href: '/balie/aanmeldingen',
    label: 'senders.incoming.title',
    permission: referralsPermissions['referrals.refer'],
  },
  {
    href: '/samenwerking',
    label: 'referrals.passed.list',
    permission: referralsPermissions['referrals.answer'],
  },
  {
    href: '/samenwerking/aanmelden',
    label: 'senders.choose.title',
    permission: referralsPermissions['referrals.send'],
  },
  {
    href: '/samenwerking/aangemeld',
    label: 'senders.follow.title',
    permission: referralsPermissions['referrals.send'],
  },
  {
    href: '/balie/sociale-kaart',
    label: 'directory.title',
    permission: directoryPermissions['directory.read'],
  },
  {
    href: '/sturing/gemeente',
    label: 'town-hall.title',
    permission: municipalRolesPermissions['municipal-roles.keep'],
    leadsTo: [
      '/sturing/promotie',
      '/sturing/regie',
      '/sturing/doorverwijzers',
      '/sturing/beleid',
      '/sturing/contactpersonen',
      '/sturing/buurgemeenten',
    ],
  },
  {
    href: '/sturing/verantwoording',
    label: 'accountability.navigation',
    permission: fundingPermissions['funding.keep'],
  },
  {
    href: '/sturing/geld',
    label: 'money.navigation',
    permission: fundingPermissions['funding.keep'],
  },
  {
    href: '/sturing/doelen',
    label: 'goals.navigation',
    permission: goalsPermissions['goals.keep'],
  },
  {
    href: '/sturing/overeenkomsten',
    label: 'agreements.title',
    permission: agreementsPermissions['agreements.keep'],
  },
  {
    href: '/sturing/netwerk',
    label: 'network.navigation',
    permission: directoryPermissions['directory.direct-network'],
  },
  {
    href: '/sturing/signalen',
    label: 'signals.navigation',
    permission: signalsPermissions['signals.handle'],
  },
  {
    href: '/sturing/wijzigingen',
    label: 'notices.navigation',
    permission: noticesPermissions['notices.announce'],
  },
  {
    href: '/balie/wijzigingen',
    label: 'notices.navigation',
    permission: noticesPermissions['notices.read'],
  },
  {
    href: '/balie/signalen',
    label: 'signals.navigation',
    permission: signalsPermissions['signals.report'],
  },
  {
    href: '/balie/gemeente',
    label: 'direction.meet',
    permission: municipalRolesPermissions['municipal-roles.meet'],
  },
  {
    href: '/balie/uitspraken',
    label: 'quotes.title',
    permission: municipalRolesPermissions['municipal-roles.meet'],
  },
  {
    href: '/sturing/verantwoording/bibliotheek',
    label: 'accountability.parts.navigation',
    permission: fundingPermissions['funding.confirm'],
  },
  {
    href: '/sturing/doelen/bibliotheek',
    label: 'goals.library.title',
    permission: goalsPermissions['goals.read-library'],
  },
  {
    href: '/sturing/overeenkomsten/bibliotheek',
    label: 'agreements.library.title',
    permission: agreementsPermissions['agreements.read-library'],
  },
  { href: '/sturing', label: 'reports.navigation', permission: reportsPermissions['reports.open'] },
  {
    href: '/sturing/doorverwijzingen',
    label: 'referrals.figures.title',
    permission: referralsPermissions['referrals.open-figures'],
  },
  { href: '/sturing/anders', label: 'triage.navigation', permission: triagePermissions['triage.open'] },
  { href: '/sturing/ophalen', label: 'raw-export.title', permission: contactsPermissions['contacts.export'] },
  {
    href: '/beheer/sociale-kaart',
    label: 'directory.keep.title',
    permission: directoryPermissions['directory.open-keeping'],
  },
  {
    href: '/beheer/organisaties',
    label: 'shell.organisations',
    permission: organisationsPermissions['organisations.administer'],
  },
  {
    href: '/beheer/informatiepunten',
    label: 'shell.desks',
    permission: desksPermissions['desks.administer'],
  },
  {
    href: '/beheer/vestigingen',
    label: 'shell.branches',
    permission: desksPermissions['desks.administer'],
  },
  { href: '/beheer/mensen', label: 'shell.people', permission: peoplePermissions['people.administer'] },
  { href: '/beheer/inlezen', label: 'shell.import', permission: desksPermissions['desks.administer'] },
  {
    href: '/beheer/inlezen/hulpcontacten',
    label: 'shell.import-history',
    permission: contactsPermissions['contacts.import'],
    unless: desksPermissions['desks.administer'],
  },
  {
    href: '/beheer/afspraken',
    label: 'appointments.offers.title',
    permission: referralsPermissions['referrals.arrange'],
  },
  { href: '/beheer/lijsten', label: 'list-care.navigation', permission: listsPermissions['lists.manage'] },
  {
    href: '/beheer/registratieformulier',
    label: 'shell.form',
    permission: listsPermissions['lists.choose-form'],
  },
  {
    href: '/beheer/correcties',
    label: 'shell.corrections',
    permission: contactsPermissions['contacts.set-correction-term'],
  },
  {
    href: '/beheer/geheimhouding',
    label: 'privacy.statements.title',
    permission: peoplePermissions['people.record-statements'],
  },
  {
    href: '/beheer/privacy',
    label: 'privacy.title',
    permission: referralsPermissions['referrals.read-log'],
  },
  {
    href: '/beheer/bewaartermijnen',
    label: 'privacy.retention.title',
    permission: referralsPermissions['referrals.set-retention'],
  },
  {
    href: '/beheer/geldregelingen',
    label: 'money.scheme.list',
    permission: fundingPermissions['funding.administer'],
  },
  { href: '/beheer/post', label: 'mail.title', permission: peoplePermissions['people.read-post'] },
  { href: '/beheer/logboek', label: 'shell.audit', permission: peoplePermissions['people.read-audit'] },
]

/** The parts of Balie, by the addresses of their places; the first that fits counts. */
export const parts = [
  {
    label: 'shell.part.referring',
    within: ['/balie/doorverwijz', '/balie/aanmeldingen', '/balie/sociale-kaart', '/samenwerking'],
  },
  {
    label: 'shell.part.town-hall',
    within: [
      '/balie/wijzigingen',
      '/balie/signalen',
      '/balie/gemeente',
      '/balie/uitspraken',
      '/sturing/gemeente',
      '/sturing/verantwoording',
      '/sturing/geld',
      '/sturing/doelen',
      '/sturing/overeenkomsten',
      '/sturing/netwerk',
      '/sturing/signalen',
      '/sturing/wijzigingen',
    ],
  },
  { label: 'shell.part.appointments', within: ['/balie/vandaag', '/balie/afspraken', '/balie/terugbellen'] },
  { label: 'shell.part.desk', within: ['/balie'] },
  { label: 'shell.part.steering', within: ['/sturing'] },
  { label: 'shell.part.managing', within: ['/beheer'] },
] as const satisfies readonly { label: MessageKey; within: readonly string[] }[]
