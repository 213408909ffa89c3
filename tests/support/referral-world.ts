import { randomUUID } from 'node:crypto'
import type { TestApp, TestBrowser } from './test-app.ts'

/** A partner with a service about debts near the desks of the world, and what the library agreed with it. */
export interface ReferralWorld {
  readonly partner: string
  readonly service: string
  readonly agreement: string
  readonly topic: string
}

export async function makeReferralWorld({
  owner,
  world,
}: Pick<TestApp, 'owner' | 'world'>): Promise<ReferralWorld> {
  const made = { partner: randomUUID(), service: randomUUID(), agreement: randomUUID(), topic: 'allowances' }
  const location = randomUUID()
  await owner.query(
    `insert into directory.partners (id, library_id, organisation_id, kind, name, email, phone, review_on, source, created_at)
     values ($1, $2, $3, 'legal-advice', 'Raadslieden Eemdal', 'raad@voorbeeld.test', '033 123 45 67', '2027-06-01', 'hand', '2026-01-01T00:00:00Z')`,
    [made.partner, world.library, world.partner],
  )
  await owner.query(
    `insert into directory.services (id, partner_id, name, municipality_codes, required_documents, created_at)
     values ($1, $2, 'Spreekuur geldzaken', '{GM0307}', '{Brieven,Bankafschrift}', '2026-01-01T00:00:00Z')`,
    [made.service, made.partner],
  )
  await owner.query('insert into directory.service_topics values ($1, $2)', [made.service, made.topic])
  await owner.query(
    `insert into directory.locations (id, partner_id, street, house_number, postcode, town, municipality_code, latitude, longitude, created_at)
     values ($1, $2, 'Langestraat', '1', '3811 AA', 'Amersfoort', 'GM0307', 52.1553, 5.3878, '2026-01-01T00:00:00Z')`,
    [location, made.partner],
  )
  await owner.query('insert into directory.service_locations (service_id, location_id) values ($1, $2)', [
    made.service,
    location,
  ])
  await owner.query(
    `insert into directory.hours (id, partner_id, service_id, weekday, opens, closes) values ($1, $2, $3, 2, 540, 720)`,
    [randomUUID(), made.partner, made.service],
  )
  await owner.query(
    `insert into directory.agreements (id, library_id, partner_id, service_id, when_to_refer, way, how, answer_days, valid_from, review_on, created_at)
     values ($1, $2, $3, $4, 'Bij schulden', 'phone', 'Bel het nummer en noem de code', 3, '2026-01-01', '2027-06-01', '2026-01-01T00:00:00Z')`,
    [made.agreement, world.library, made.partner, made.service],
  )
  return made
}

/** The value of a hidden field in a page. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** What somebody types in the form of a warm referral. */
export interface TypedReferral {
  readonly name?: string
  readonly contact?: string
  readonly language?: string
  readonly way?: string
  readonly consent?: string
  readonly place?: string
}

/** Refers a visitor at a desk, through the form and the page of consent. */
export async function referVisitor(
  browser: TestBrowser,
  { service, topic }: ReferralWorld,
  desk: string,
  typed: TypedReferral = {},
): Promise<{
  readonly id: string
  readonly code: string
  readonly visitorCode: string
  readonly html: string
}> {
  const address = `/balie/doorverwijzen/${service}`
  const form = await (await browser.get(`${address}?informatiepunt=${desk}&onderwerp=${topic}`)).text()
  const response = await browser.post(address, {
    key: hidden(form, 'key'),
    desk,
    topic,
    way: 'phone',
    place: '',
    name: 'Mevrouw Testvrouw',
    contact: '06 12 34 56 78',
    language: 'nl',
    consent: 'screen',
    ...typed,
    action: 'send',
  })
  const html = await response.text()
  const [code = '', visitorCode = ''] = [...html.matchAll(/<bdi>([B-Z2-9]{4}-[B-Z2-9]{4})<\/bdi>/g)].map(
    ([, found = '']) => found,
  )
  const id = /doorverwijzingen\/([\da-f-]{36})/.exec(html)?.[1] ?? ''
  return { id, code, visitorCode, html }
}
