import { createTransport } from 'nodemailer'
import type { MailServer } from './mail.ts'

/** How long a mail server may take before it counts as away, in milliseconds. */
const patience = 20_000

/**
 * A mail server by SMTP. A mail carries its own id, so that one that goes twice (sent, and then the worker was killed) is known by
 * it as the same.
 * @param url as smtps://name:secret@mail.voorbeeld.nl
 * @param from whose mail it is, as Balie <balie@voorbeeld.nl>
 */
export function connectMailServer(url: string, from: string): MailServer {
  const transport = createTransport(
    { url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    { from },
  )
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'balie.invalid'
  return {
    send: async ({ id, address, subject, body, bodyHtml, calendar, attachment }) => {
      await transport.sendMail({
        // As an object: an address is never read as a list of them.
        to: { name: '', address },
        subject,
        text: body,
        ...(bodyHtml && { html: bodyHtml }),
        ...(calendar && { icalEvent: { content: calendar, filename: 'afspraak.ics' } }),
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(attachment && {
          attachments: [
            {
              filename: attachment.name,
              content: Buffer.from(attachment.content),
              contentType: 'application/pdf',
            },
          ],
        }),
      })
    },
    close: () => transport.close(),
  }
}
