import { expect, test } from 'vitest'
import { isPrivateAddress } from './hsds-feed.gateway.ts'
import { matcher, plainName, plainPhone, plainWebsite } from './import-match.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::1',
  '[::1]',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  'geen-adres',
])('%s is not for everybody', (address) => expect(isPrivateAddress(address)).toBe(true))

test.each(['145.100.1.1', '172.32.0.1', '8.8.8.8', '2a02:898::1'])('%s is', (address) =>
  expect(isPrivateAddress(address)).toBe(false),
)

test('names, numbers and websites are compared without what differs for one and the same', () => {
  expect(plainName('Stichting Wijkhulp "Oost"')).toBe(plainName('wijkhulp oost'))
  expect(plainPhone('+31 (0)33 012 34 56'.replace('(0)', ''))).toBe(plainPhone('033-0123456'))
  expect(plainPhone('14 033')).toBeUndefined()
  expect(plainWebsite('https://www.wijk.example/hulp/')).toBe(plainWebsite('http://wijk.example/hulp'))
  expect(plainWebsite('https://wijk.example/a')).not.toBe(plainWebsite('https://wijk.example/b'))
})

test('what fits two entries fits none', () => {
  const entry = {
    libraryId: null,
    source: 'hand',
    sourceId: null,
    website: null,
    postcodes: [],
    digest: null,
    phone: '033 012 34 56',
  }
  const parts = {
    organization: { id: 'x', name: 'Iets', phones: [{ id: 'y', number: '0330123456' }] },
    services: [],
    locations: [],
  }
  const [one, other] = [
    { ...entry, id: '1', name: 'Een' },
    { ...entry, id: '2', name: 'Twee' },
  ]
  expect(matcher([one], 'bron')(parts)?.entry.id).toBe('1')
  expect(matcher([one, other], 'bron')(parts)).toBeUndefined()
})
