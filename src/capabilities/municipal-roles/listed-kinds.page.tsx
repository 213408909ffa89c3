import type { Child } from 'hono/jsx'
import { Details } from '../../design-system/details/details.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { ShortList, ShortLists } from '../../design-system/short-list/short-list.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { VisuallyHidden } from '../../design-system/visually-hidden/visually-hidden.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import { networkAddress } from '../directory/public.ts'
import { type GovernedMunicipality, municipalityAddress } from '../organisations/public.ts'
import type { KindOfList, KindState } from './direction.ts'

interface ListedKinds {
  readonly t: Translate
  readonly municipality: GovernedMunicipality
  readonly kinds: readonly KindOfList[]
}

/** Which kinds of organisations of the guide's list take part, which do not, and what to do about it. */
export function ListedKinds({ t, municipality, kinds }: ListedKinds) {
  const of = (state: KindState) => kinds.filter((each) => each.state === state)
  const missing = of('unknown').length + of('not-asked').length
  const lists = (['unknown', 'not-asked', 'not-here'] as const).filter((state) => of(state).length > 0)
  const present = of('takes-part').map(
    ({ kind, inNetwork }) => `${t(`directory.kind.${kind}`)} (${inNetwork})`,
  )
  return (
    <Stack>
      <Heading level={2} id="wie-mist">
        {t('direction.kinds')}
      </Heading>
      <Paragraph>
        {missing === 0
          ? t('direction.kinds.complete')
          : t('direction.kinds.missing', { count: missing, all: kinds.length })}
      </Paragraph>
      <ShortLists>
        {lists.map((state) => (
          <section id={`soorten-${state}`} aria-labelledby={`soorten-${state}-kop`}>
            <Heading level={3} id={`soorten-${state}-kop`}>
              {t(`direction.kinds.state.${state}`)}
            </Heading>
            <ShortList
              items={of(state).map((each) => ({
                name: <strong>{t(`directory.kind.${each.kind}`)}</strong>,
                lines: linesOf(each, { t, municipality }),
              }))}
            />
          </section>
        ))}
      </ShortLists>
      {present.length > 0 && (
        <Paragraph>{t('direction.kinds.state.takes-part', { kinds: present.join(', ') })}</Paragraph>
      )}
      <Details summary={t('direction.kinds.how')}>
        <Paragraph>{t('direction.kinds.how-text')}</Paragraph>
      </Details>
    </Stack>
  )
}

/** What is known of a kind that takes no part, and what one can do. */
function linesOf(
  { kind, state, toInvite, absent }: KindOfList,
  { t, municipality }: Pick<ListedKinds, 't' | 'municipality'>,
): Child[] {
  const name = <VisuallyHidden>{` (${t(`directory.kind.${kind}`)})`}</VisuallyHidden>
  const where = new URLSearchParams({ zoek: t(`direction.kinds.search.${kind}`), waar: municipality.name })
  // Who is invited now comes into the network of the municipality of today.
  const invited = municipality.validUntil === null ? toInvite : []
  return [
    ...(absent ? [absent.reason] : []),
    ...invited.map(({ id, name: partner }) => (
      <Link href={networkAddress('/partner', municipality, `organisatie=${id}`)}>
        {t('direction.kinds.invite', { partner })}
      </Link>
    )),
    ...(state === 'unknown'
      ? [
          <Link href={`/balie/sociale-kaart?${where}`}>
            {t('direction.kinds.look')}
            {name}
          </Link>,
        ]
      : []),
    <Link href={municipalityAddress(`/sturing/regie/niet-hier/${kind}`, municipality)}>
      {t(absent ? 'direction.kinds.change-note' : 'direction.kinds.note')}
      {name}
    </Link>,
  ]
}
