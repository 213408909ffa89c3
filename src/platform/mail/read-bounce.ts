import { mailIdOfBounce, mailIdOfMessage } from './bounce-address.ts'

/** What a mail that came to the address for bounces says. */
export interface Bounce {
  readonly mailId: string
  /** The code of the receiver's mail server (RFC 3463), as 5.1.1. */
  readonly code: string
}

/**
 * Reads a delivery status notification (RFC 3464): which mail did not arrive, and why. Nothing for anything else: a mail that is only late
 * (Action: delayed), that arrived, an answer by a machine, or a message that is not such a notification.
 * @param message as it came in, headers and all
 */
export function readBounce(message: string): Bounce | undefined {
  const text = message.replace(/\r\n/g, '\n')
  const head = unfolded(text.slice(0, text.indexOf('\n\n')))
  const status =
    /^content-type:\s*message\/delivery-status\b[\s\S]*?\n\n([\s\S]*?)(?=\n--|$(?![\s\S]))/im.exec(text)
  if (!/^content-type:\s*multipart\/report\b/im.test(head) || !status) return undefined
  const report = unfolded(status[1] ?? '')
  const failed = report.split(/\n{2,}/).find((part) => /^action:\s*failed\b/im.test(part))
  const code = /^status:\s*(5\.\d{1,3}\.\d{1,3})\b/im.exec(failed ?? '')?.[1]
  if (code === undefined) return undefined
  const mailId = mailIdIn(head) ?? mailIdInReturned(text)
  return mailId === undefined ? undefined : { mailId, code }
}

/** By the address it came to; where the mail server of the installation keeps it. */
function mailIdIn(head: string): string | undefined {
  for (const [, address = ''] of head.matchAll(
    /^(?:x-original-to|delivered-to|envelope-to|to):\s*(.*)$/gim,
  )) {
    const found = mailIdOfBounce(address)
    if (found) return found
  }
  return undefined
}

/** By the Message-ID of what was sent back with it. */
function mailIdInReturned(text: string): string | undefined {
  const returned =
    /^content-type:\s*(?:message\/rfc822|text\/rfc822-headers)\b[\s\S]*$/im.exec(text)?.[0] ?? ''
  const messageId = /^message-id:\s*(<[^>\s]+>)/im.exec(unfolded(returned))?.[1]
  return messageId === undefined ? undefined : mailIdOfMessage(messageId)
}

const unfolded = (text: string): string => text.replace(/\n[ \t]+/g, ' ')
