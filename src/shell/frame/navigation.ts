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
import type { Actor } from '../../platform/auth/actor.ts'
import type { Permission } from '../../platform/auth/permissions.ts'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'

interface Place {
  readonly href: string
  readonly label: MessageKey
  readonly permission: Permission
  /** Who has this one as well comes there by another place. */
  readonly unless?: Permission
}

const places: readonly Place[] = [
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
    href: '/balie/gemeente',
    label: 'direction.meet',
    permission: municipalRolesPermissions['municipal-roles.meet'],
  },
  {
    href: '/balie/sociale-kaart',
    label: 'directory.title',
    permission: directoryPermissions['directory.read'],
  },
  { href: '/sturing', label: 'reports.navigation', permission: reportsPermissions['reports.open'] },
  {
    href: '/sturing/netwerk',
    label: 'network.navigation',
    permission: directoryPermissions['directory.direct-network'],
  },
  {
    href: '/sturing/overeenkomsten',
    label: 'agreements.title',
    permission: agreementsPermissions['agreements.keep'],
  },
  {
    href: '/sturing/overeenkomsten/bibliotheek',
    label: 'agreements.library.title',
    permission: agreementsPermissions['agreements.read-library'],
  },
  {
    href: '/sturing/doorverwijzingen',
    label: 'referrals.figures.title',
    permission: referralsPermissions['referrals.open-figures'],
  },
  {
    href: '/sturing/wijzigingen',
    label: 'notices.navigation',
    permission: noticesPermissions['notices.announce'],
  },
  {
    href: '/sturing/signalen',
    label: 'signals.navigation',
    permission: signalsPermissions['signals.handle'],
  },
  {
    href: '/sturing/verantwoording',
    label: 'accountability.navigation',
    permission: fundingPermissions['funding.keep'],
  },
  {
    href: '/sturing/verantwoording/bibliotheek',
    label: 'accountability.parts.navigation',
    permission: fundingPermissions['funding.confirm'],
  },
  {
    href: '/sturing/doelen',
    label: 'goals.navigation',
    permission: goalsPermissions['goals.keep'],
  },
  {
    href: '/sturing/doelen/bibliotheek',
    label: 'goals.library.title',
    permission: goalsPermissions['goals.read-library'],
  },
  {
    href: '/sturing/promotie',
    label: 'promotion.navigation',
    permission: municipalRolesPermissions['municipal-roles.keep'],
  },
  {
    href: '/sturing/regie',
    label: 'direction.title',
    permission: municipalRolesPermissions['municipal-roles.keep'],
  },
  {
    href: '/sturing/doorverwijzers',
    label: 'direction.referring',
    permission: municipalRolesPermissions['municipal-roles.keep'],
  },
  {
    href: '/sturing/beleid',
    label: 'direction.policy',
    permission: municipalRolesPermissions['municipal-roles.keep'],
  },
  {
    href: '/sturing/contactpersonen',
    label: 'direction.contacts',
    permission: municipalRolesPermissions['municipal-roles.keep'],
  },
  {
    href: '/sturing/buurgemeenten',
    label: 'direction.neighbours',
    permission: municipalRolesPermissions['municipal-roles.keep'],
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
  { href: '/beheer/post', label: 'mail.title', permission: peoplePermissions['people.read-post'] },
  { href: '/beheer/logboek', label: 'shell.audit', permission: peoplePermissions['people.read-audit'] },
]

/** The parts of Balie, by the addresses of their places; the first that fits counts. */
const parts = [
  {
    label: 'shell.part.referring',
    within: ['/balie/doorverwijz', '/balie/aanmeldingen', '/balie/sociale-kaart', '/samenwerking'],
  },
  { label: 'shell.part.appointments', within: ['/balie/vandaag', '/balie/afspraken', '/balie/terugbellen'] },
  { label: 'shell.part.desk', within: ['/balie'] },
  { label: 'shell.part.steering', within: ['/sturing'] },
  { label: 'shell.part.managing', within: ['/beheer'] },
] as const satisfies readonly { label: MessageKey; within: readonly string[] }[]

/** Fewer places than this stand beside each other; more are found by their part. */
const mostWithoutParts = 8

export interface NavigationPlace {
  readonly href: string
  readonly label: string
  readonly current: boolean
}

/** The places somebody may go; the longest address that the page stands under counts as where one is. */
export function navigationFor(actor: Actor, path: string, t: Translate): NavigationPlace[] {
  const allowed = places.filter(
    ({ permission, unless }) => actor.may(permission) && !(unless && actor.may(unless)),
  )
  const here = allowed
    .filter((place) => path === place.href || path.startsWith(`${place.href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0]
  return allowed.map((place) => ({ href: place.href, label: t(place.label), current: place === here }))
}

/**
 * The same for the top of each page: who has few places sees them all, who has many sees the parts of Balie and below them the places
 * of the part in which he is.
 */
export function navigationInParts(
  actor: Actor,
  path: string,
  t: Translate,
): { readonly items: readonly NavigationPlace[]; readonly under: readonly NavigationPlace[] } {
  const all = navigationFor(actor, path, t)
  if (all.length <= mostWithoutParts) return { items: all, under: [] }
  const partOf = (href: string) => parts.find(({ within }) => within.some((start) => href.startsWith(start)))
  // The desk comes first, though its addresses hold those of the two before it.
  const inOrder = [parts[2], parts[1], parts[0], parts[3], parts[4]]
  const current = all.find((place) => place.current)
  const part = current && partOf(current.href)
  return {
    items: inOrder.flatMap((each) => {
      const [first] = all.filter((place) => partOf(place.href) === each)
      return first ? [{ href: first.href, label: t(each.label), current: each === part }] : []
    }),
    under: part ? all.filter((place) => partOf(place.href) === part) : [],
  }
}
