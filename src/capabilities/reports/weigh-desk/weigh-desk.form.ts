import type { FormError } from '../../../platform/http/form-errors.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { FreeBranch } from '../../desks/public.ts'
import type { PostcodeArea } from '../../organisations/public.ts'

/** What was chosen and typed, as it stands in the form again. */
export interface TypedSpot {
  readonly branch: string
  readonly postcode: string
}

/** Where a desk is thought of. */
export type Spot =
  | { readonly kind: 'branch'; readonly branch: FreeBranch }
  | { readonly kind: 'postcode'; readonly area: PostcodeArea }

/** More than any postcode: nobody types so much by mistake. */
const mostShown = 20

/** Reads where a desk is thought of; nothing filled in is no mistake. */
export function readSpot(
  query: URLSearchParams,
  branches: readonly FreeBranch[],
  areas: ReadonlyMap<string, PostcodeArea>,
  t: Translate,
): { readonly spot?: Spot; readonly typed: TypedSpot; readonly errors: readonly FormError[] } {
  const typed = {
    branch: query.get('vestiging') ?? '',
    postcode: (query.get('postcode') ?? '').trim().slice(0, mostShown),
  }
  const problem = (id: string, key: 'one-of-both' | 'no-branch' | 'no-postcode') => ({
    typed,
    errors: [{ id, message: t(`coverage.error.${key}`) }],
  })
  if (typed.branch !== '' && typed.postcode !== '') return problem('postcode', 'one-of-both')
  if (typed.branch !== '') {
    const branch = branches.find(({ id }) => id === typed.branch)
    return branch
      ? { spot: { kind: 'branch', branch }, typed, errors: [] }
      : problem('vestiging', 'no-branch')
  }
  if (typed.postcode !== '') {
    const digits = /^([1-9]\d{3})\s*(?:[a-z]{2})?$/i.exec(typed.postcode)?.[1]
    const area = digits && areas.get(digits)
    return area ? { spot: { kind: 'postcode', area }, typed, errors: [] } : problem('postcode', 'no-postcode')
  }
  return { typed, errors: [] }
}
