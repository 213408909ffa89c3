import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { makeLink } from '../../../platform/auth/links.command.ts'
import type { DeskScope, JobScope, NationalScope, PublicScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { linkDays, linkEveryDays, linkPath } from '../upkeep.ts'

export interface AskedPartner {
  readonly id: string
  readonly name: string
  readonly libraryId: string | null
}

/** Asks a partner by mail whether its entry is still right, with a link that opens that one page for a month. */
export async function sendLink(
  tx: WriteHandle,
  scope: JobScope | PublicScope | DeskScope | NationalScope,
  keys: MasterKeys,
  { id, name, libraryId }: AskedPartner,
  now: Instant,
): Promise<void> {
  const t = translator('nl')
  const expiresAt = now.add({ hours: linkDays * 24 })
  const link = await makeLink(
    tx,
    scope,
    keys,
    { purpose: 'directory.confirm', subjectId: id, expiresAt },
    now,
  )
  await queueMail(
    tx,
    scope,
    {
      accountId: undefined,
      subject: t('upkeep.mail.subject', { name }),
      body: [
        t('upkeep.mail.hello'),
        t('upkeep.mail.why', { name }),
        t('upkeep.mail.what'),
        `${t('upkeep.mail.look')}: ${linkInMail(linkPath, link.id)}`,
        t('upkeep.mail.days', { days: linkDays }),
        t('upkeep.mail.from'),
      ].join('\n\n'),
      attachment: undefined,
      purpose: 'directory.confirm',
      subjectId: id,
      receiver: { kind: 'organisation', name },
    },
    now,
  )
  await tx
    .insertInto('directory.reminders')
    .values({ id: uuidv7(), partner_id: id, at: now.toString(), to_partner: true })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.ask-partner',
    subjectKind: 'partner',
    subjectId: id,
    libraryId: libraryId ?? undefined,
  })
}

/**
 * Sends a new link to the address that is known of a partner, to who asks for it with that address. Whether there is such a partner
 * is never told; each gets one link a day at most.
 */
export async function sendLinksTo(
  tx: WriteHandle,
  scope: PublicScope,
  keys: MasterKeys,
  email: string,
  now: Instant,
): Promise<number> {
  const partners = await tx
    .selectFrom('directory.partners as partner')
    .select(['partner.id', 'partner.name', 'partner.library_id as libraryId'])
    .where((eb) => eb(eb.fn('lower', ['partner.email']), '=', email.toLowerCase()))
    .where('partner.ended_on', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('directory.reminders as reminder')
            .select('reminder.id')
            .whereRef('reminder.partner_id', '=', 'partner.id')
            .where('reminder.to_partner', '=', true)
            .where('reminder.at', '>', now.subtract({ hours: linkEveryDays * 24 })),
        ),
      ),
    )
    .orderBy('partner.id')
    .limit(5)
    .execute()
  for (const partner of partners) await sendLink(tx, scope, keys, partner, now)
  return partners.length
}
