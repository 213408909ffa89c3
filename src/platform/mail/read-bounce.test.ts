import { describe, expect, test } from 'vitest'
import { bounceAddressOf, mailIdOfBounce } from './bounce-address.ts'
import { readBounce } from './read-bounce.ts'

const id = '0193a1b2-0000-7000-8000-000000000001'

/** A notice as Postfix writes it. */
const postfix = ({
  to = `<terug+${id}@voorbeeld.test>`,
  action = 'failed',
  status = '5.1.1',
  messageId = `<${id}@voorbeeld.test>`,
} = {}): string => `Return-Path: <>
X-Original-To: ${to}
Delivered-To: ${to}
Date: Tue, 24 Nov 2026 10:01:00 +0100 (CET)
From: MAILER-DAEMON@elders.test (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="A1B2.1764/elders.test"

This is a MIME-encapsulated message.

--A1B2.1764/elders.test
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--A1B2.1764/elders.test
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; elders.test
X-Postfix-Queue-ID: A1B2
Arrival-Date: Tue, 24 Nov 2026 10:00:59 +0100 (CET)

Final-Recipient: rfc822; iemand@elders.test
Original-Recipient: rfc822;iemand@elders.test
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.elders.test
Diagnostic-Code: smtp; 550 ${status} <iemand@elders.test>: Recipient address
    rejected: User unknown

--A1B2.1764/elders.test
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Balie <balie@voorbeeld.test>
Message-ID:
 ${messageId}
Subject: Uw afspraak

--A1B2.1764/elders.test--
`

/** A notice as Exchange writes it: to another address than it went from, with the whole mail. */
const exchange = `From: postmaster@elders.test
To: balie@voorbeeld.test
Content-Type: multipart/report; report-type=delivery-status;
 boundary="_000_x_"
Subject: =?utf-8?B?T25iZXN0ZWxiYWFy?=

--_000_x_
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PGI+PC9iPg==

--_000_x_
Content-Type: message/delivery-status

Reporting-MTA: dns;AM0PR00MB0000.elders.test

Final-recipient: RFC822;iemand@elders.test
Action: failed
Status: 5.2.2
Diagnostic-code: smtp;554 5.2.2 mailbox full

--_000_x_
Content-Type: message/rfc822

From: Balie <balie@voorbeeld.test>
To: <iemand@elders.test>
Message-ID: <${id}@voorbeeld.test>
Subject: Uw afspraak

Tot dinsdag.

--_000_x_--
`

describe('a notice of a mail server', () => {
  test.each([
    ['of Postfix', postfix(), '5.1.1'],
    ['with lines as they travel', postfix().replaceAll('\n', '\r\n'), '5.1.1'],
    ['by the address that it came to alone', postfix({ messageId: '<anders@elders.test>' }), '5.1.1'],
    ['by the mail that came back alone', postfix({ to: '<balie@voorbeeld.test>' }), '5.1.1'],
    ['of Exchange', exchange, '5.2.2'],
  ])('%s says which mail did not arrive, and why', (_, message, code) =>
    expect(readBounce(message)).toEqual({ mailId: id, code }),
  )

  test.each([
    ['that it is late', postfix({ action: 'delayed', status: '4.4.1' })],
    ['that it arrived', postfix({ action: 'delivered', status: '2.0.0' })],
    ['about a mail of somebody else', postfix({ to: '<x@y.test>', messageId: '<1@y.test>' })],
    [
      'that is an answer by a machine',
      `From: x@y.test\nTo: <terug+${id}@voorbeeld.test>\nAuto-Submitted: auto-replied\nContent-Type: text/plain\n\nIk ben er niet. Action: failed Status: 5.1.1\n`,
    ],
    ['that is empty', ''],
    ['that is cut off', postfix().slice(0, 900)],
  ])('%s is left alone', (_, message) => expect(readBounce(message)).toBeUndefined())
})

test('the address for bounces gives the number of the mail back', () => {
  expect(bounceAddressOf('terug@voorbeeld.test', id)).toBe(`terug+${id}@voorbeeld.test`)
  expect(mailIdOfBounce(`"x" <terug+${id.toUpperCase()}@voorbeeld.test>`)).toBe(id)
  expect(mailIdOfBounce('terug@voorbeeld.test')).toBeUndefined()
})
