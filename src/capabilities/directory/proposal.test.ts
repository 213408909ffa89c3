import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/time/local-time.ts'
import { type Agreement, agreementFor, isInForce } from './agreement.ts'
import { daysUntilHidden } from './freshness.ts'
import { inOrder, type Proposal, proposalFor } from './proposal.ts'
import type { ServiceOffer } from './service.ts'

const today = '2026-11-24'

const agreement: Agreement = {
  id: 'a',
  libraryId: 'l',
  partnerId: 'p',
  serviceId: null,
  whenToRefer: '',
  way: 'phone',
  how: '',
  contactPersonId: null,
  deskId: null,
  consultationLabel: null,
  refersBack: '',
  answerDays: 5,
  validFrom: '2026-01-01',
  validUntil: null,
  reviewOn: '2027-01-01',
  version: 1,
}

const offer = (change: {
  readonly id?: string
  readonly reviewOn?: string
  readonly metres?: number | undefined
  readonly national?: boolean
  readonly full?: boolean
  readonly agreed?: boolean
}): ServiceOffer =>
  ({
    service: {
      id: change.id ?? 's',
      partnerId: 'p',
      name: 'Spreekuur',
      active: true,
      capacity: change.full ? 'full' : 'open',
      municipalityCodes: change.national ? [] : ['GM0344'],
    },
    partner: { id: 'p', reviewOn: change.reviewOn ?? '2027-01-01', endedOn: null },
    metres: change.metres,
    agreement: change.agreed ? agreement : undefined,
  }) as unknown as ServiceOffer

test('an agreement holds from its first day up to its end, which is the first day without it', () => {
  const period = { validFrom: '2026-11-24', validUntil: '2026-12-01' }
  expect(isInForce(period, '2026-11-23')).toBe(false)
  expect(isInForce(period, '2026-11-24')).toBe(true)
  expect(isInForce(period, '2026-11-30')).toBe(true)
  expect(isInForce(period, '2026-12-01')).toBe(false)
})

test('an agreement about this service goes before one about everything of the partner, however new', () => {
  const about = { ...agreement, id: 'service', serviceId: 's', validFrom: '2025-01-01' }
  const service = { id: 's', partnerId: 'p' }
  expect(agreementFor([agreement, about], service, today)?.id).toBe('service')
  expect(agreementFor([{ ...agreement, partnerId: 'other' }], service, today)).toBeUndefined()
  expect(agreementFor([{ ...about, serviceId: 'other' }], service, today)).toBeUndefined()
  expect(agreementFor([{ ...agreement, validUntil: today }], service, today)).toBeUndefined()
})

test('an entry that nobody looked at for three months after its day is not proposed', () => {
  const reviewOn = '2026-08-01'
  expect(proposalFor(offer({ reviewOn }), reviewOn)?.stale).toBe(false)
  expect(proposalFor(offer({ reviewOn }), addDays(reviewOn, 1))?.stale).toBe(true)
  expect(proposalFor(offer({ reviewOn }), addDays(reviewOn, daysUntilHidden))?.stale).toBe(true)
  expect(proposalFor(offer({ reviewOn }), addDays(reviewOn, daysUntilHidden + 1))).toBeUndefined()
})

test('what has ended or is not on offer is not proposed', () => {
  const { service, partner, ...rest } = offer({})
  expect(proposalFor({ ...rest, service: { ...service, active: false }, partner }, today)).toBeUndefined()
  expect(
    proposalFor({ ...rest, service, partner: { ...partner, endedOn: '2026-11-01' } }, today),
  ).toBeUndefined()
})

test('agreement, near, national; full and stale after what has room and is fresh', () => {
  const ids = inOrder(
    [
      offer({ id: 'stale-agreement', agreed: true, reviewOn: '2026-11-01' }),
      offer({ id: 'national', national: true }),
      offer({ id: 'far', metres: 5000 }),
      offer({ id: 'full', metres: 100, full: true }),
      offer({ id: 'near', metres: 300 }),
      offer({ id: 'nowhere' }),
      offer({ id: 'agreed', agreed: true, metres: 9000 }),
    ].flatMap((one) => proposalFor(one, today) ?? []),
  ).map(({ service }) => service.id)
  expect(ids).toEqual(['agreed', 'near', 'far', 'nowhere', 'full', 'national', 'stale-agreement'])
})

test('the order is the same however they come in, and loses none', () => {
  const proposals = fc.array(
    fc
      .record({
        id: fc.uuid(),
        metres: fc.option(fc.nat(50_000), { nil: undefined }),
        national: fc.boolean(),
        full: fc.boolean(),
        agreed: fc.boolean(),
        reviewOn: fc.constantFrom('2026-11-01', '2027-01-01'),
      })
      .map((change) => proposalFor(offer(change), today) as Proposal),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(proposals, fc.infiniteStream(fc.nat()), (all, chances) => {
      const shuffled = [...all]
        .map((one) => ({ one, at: chances.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(inOrder(shuffled)).toEqual(inOrder(all))
      expect(new Set(inOrder(all))).toEqual(new Set(all))
    }),
  )
})
