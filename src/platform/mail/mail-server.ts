import { createTransport } from 'nodemailer'
import { bounceAddressOf } from './bounce-address.ts'
import type { MailServer } from './mail.ts'
import { htmlOfMail } from './mail-layout.ts'

/** How long a mail server may be silent before it counts as away, in milliseconds. */
const usualPatience = 20_000

const oneAddress = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/

/**
 * A mail server by SMTP. A mail carries its own id, so that one that goes twice (sent, and then the worker was killed) is known by
 * it as the same.
 * @param url as smtps://name:secret@mail.voorbeeld.nl
 * @param from whose mail it is, as Balie <balie@voorbeeld.nl>
 * @param bounces where notices go that a mail did not arrive; without it they go to `from`, and somebody has to read them
 */
export function connectMailServer(
  url: string,
  from: string,
  { bounces, patience = usualPatience }: { bounces?: string | undefined; patience?: number } = {},
): MailServer {
  const transport = createTransport(
    { url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    { from },
  )
  const sender = /([^\s<>]+)>?\s*$/.exec(from)?.[1] ?? from
  const domain = sender.split('@')[1] ?? 'balie.invalid'
  return {
    send: async ({ id, address, subject, body, bodyHtml, calendar, language = 'nl', attachment }) => {
      // An address is never read as a list of them.
      if (!oneAddress.test(address)) throw new Error('Invalid recipient')
      await transport.sendMail({
        to: { name: '', address },
        subject,
        text: body,
        html: bodyHtml ?? htmlOfMail({ subject, body, language }),
        // The reader of the mail goes by the method in its header, not by the one in the file.
        ...(calendar && {
          icalEvent: {
            method: /^METHOD:([A-Z]+)\r?$/m.exec(calendar)?.[1] ?? 'PUBLISH',
            content: calendar,
            filename: 'afspraak.ics',
          },
        }),
        messageId: `<${id}@${domain}>`,
        envelope: { from: bounces ? bounceAddressOf(bounces, id) : sender, to: [address] },
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
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
