import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type GovernedMunicipality, municipalityAddress } from '../../organisations/public.ts'
import { kindOf, type Measure, measureNames } from '../goal.ts'
import { exampleNames } from '../goal-examples.ts'

/** What to measure: an example, what Balie counts, or what one counts oneself. */
export function chooseMeasurePage({
  t,
  municipality,
}: {
  t: Translate
  municipality: GovernedMunicipality
}): Page {
  const counted = measureNames.filter((name) => kindOf(name).source !== 'typed')
  const typed = measureNames.filter((name) => kindOf(name).source === 'typed')
  const list = (names: readonly Measure[]) => (
    <ul>
      {names.map((name) => (
        <li>
          <Link href={municipalityAddress('/sturing/doelen/nieuw', municipality, { meten: name })}>
            {t(`goals.choose.${name}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
  return {
    title: t('goals.add'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('goals.breadcrumb')}
            items={[{ href: municipalityAddress('/sturing/doelen', municipality), label: t('goals.title') }]}
          />
          <Heading level={1}>{t('goals.choose.title')}</Heading>
          <Paragraph lead>{t('goals.choose.lead')}</Paragraph>
        </Stack>
        <Stack>
          <Heading level={2}>{t('goals.choose.examples')}</Heading>
          <Paragraph>{t('goals.choose.examples-about')}</Paragraph>
          <ul>
            {exampleNames.map((name) => (
              <li>
                <Link href={municipalityAddress('/sturing/doelen/nieuw', municipality, { voorbeeld: name })}>
                  {t(`goals.choose.example-${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </Stack>
        <Stack>
          <Heading level={2}>{t('goals.choose.counted')}</Heading>
          {list(counted)}
        </Stack>
        <Stack>
          <Heading level={2}>{t('goals.choose.typed')}</Heading>
          {list(typed)}
        </Stack>
      </Stack>
    ),
  }
}
