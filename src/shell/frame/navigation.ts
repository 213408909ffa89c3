import { contactsPermissions } from '../../capabilities/contacts/public.ts'
import { desksPermissions } from '../../capabilities/desks/public.ts'
import { directoryPermissions } from '../../capabilities/directory/public.ts'
import { listsPermissions } from '../../capabilities/lists/public.ts'
import { organisationsPermissions } from '../../capabilities/organisations/public.ts'
import { peoplePermissions } from '../../capabilities/people/public.ts'
import { referralsPermissions } from '../../capabilities/referrals/public.ts'
import { reportsPermissions } from '../../capabilities/reports/public.ts'
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
    href: '/balie/aanmeldingen',
    label: 'senders.incoming.title',
    permission: referralsPermissions['referrals.refer'],
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
  { href: '/sturing', label: 'reports.navigation', permission: reportsPermissions['reports.open'] },
  {
    href: '/sturing/netwerk',
    label: 'network.navigation',
    permission: directoryPermissions['directory.direct-network'],
  },
  { href: '/sturing/anders', label: 'triage.navigation', permission: triagePermissions['triage.open'] },
  { href: '/sturing/ophalen', label: 'raw-export.title', permission: contactsPermissions['contacts.export'] },
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
    href: '/beheer/bewaartermijnen',
    label: 'privacy.retention.title',
    permission: referralsPermissions['referrals.set-retention'],
  },
  { href: '/beheer/post', label: 'mail.title', permission: peoplePermissions['people.read-post'] },
  { href: '/beheer/logboek', label: 'shell.audit', permission: peoplePermissions['people.read-audit'] },
]

/** The places somebody may go; the longest address that the page stands under counts as where one is. */
export function navigationFor(
  actor: Actor,
  path: string,
  t: Translate,
): { href: string; label: string; current: boolean }[] {
  const allowed = places.filter(
    ({ permission, unless }) => actor.may(permission) && !(unless && actor.may(unless)),
  )
  const here = allowed
    .filter((place) => path === place.href || path.startsWith(`${place.href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0]
  return allowed.map((place) => ({ href: place.href, label: t(place.label), current: place === here }))
}
