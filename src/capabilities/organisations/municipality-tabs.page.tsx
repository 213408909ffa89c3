import { LinkTabs } from '../../design-system/link-tabs/link-tabs.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'
import { type Governed, municipalityAddress } from './governed.ts'

/** Choosing among the municipalities one works for, and those that merged into them; nothing where there is no choice. */
export function MunicipalityTabs({
  t,
  path,
  municipality,
  municipalities,
  more,
}: Pick<Governed, 'municipality' | 'municipalities'> & {
  readonly t: Translate
  readonly path: string
  readonly more?: Readonly<Record<string, string | number | undefined>>
}) {
  if (municipalities.length < 2) return null
  return (
    <LinkTabs
      label={t('governed.municipalities')}
      items={municipalities.map((each) => ({
        href: municipalityAddress(path, each, more),
        label:
          each.validUntil === null
            ? each.name
            : t('governed.ended', { municipality: each.name, year: each.validUntil.slice(0, 4) }),
        current: each.code === municipality.code,
      }))}
    />
  )
}
