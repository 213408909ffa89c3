import { expect, test } from 'vitest'
import { deskRoles, rolesToGive } from './role.ts'

const nation = { kind: 'nation' } as const
const library = { kind: 'library' } as const

test('a library gives its own roles, at a library only', () => {
  expect(rolesToGive(library, 'library')).toEqual([
    'desk-employee',
    'volunteer',
    'desk-coordinator',
    'library-manager',
    'privacy-officer',
    'administrator',
  ])
  for (const kind of ['nation', 'support-institution', 'municipality'] as const)
    expect(rolesToGive(library, kind)).toEqual([])
})

test('the nation gives every role somewhere', () => {
  expect(rolesToGive(nation, 'nation')).toContain('administrator')
  expect(rolesToGive(nation, 'municipality')).toEqual(['municipality-official', 'referrer'])
  expect(rolesToGive(nation, 'support-institution')).toEqual(['support-adviser'])
})

test('a role at one desk never brings what is of the whole library', () => {
  for (const role of ['library-manager', 'privacy-officer', 'administrator'] as const)
    expect(deskRoles).not.toContain(role)
})
