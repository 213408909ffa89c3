import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { type Governed, MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import { exampleNames } from '../goal-examples.ts'
import { GoalCards, type ListedGoals } from '../goal-parts.page.tsx'

/** What a municipality wants to reach, and how far it is. */
export function goalsPage(
  page: ListedGoals & Pick<Governed, 'municipality' | 'municipalities'> & { readonly saved: boolean },
): Page {
  const { words, goals, municipality, municipalities, saved } = page
  const { t } = words
  return {
    title: t('goals.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('goals.title')}</Heading>
          <Paragraph lead>{t('goals.lead', { municipality: municipality.name })}</Paragraph>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/doelen" />
          {saved && <Alert kind="ok">{t('goals.saved')}</Alert>}
          <ButtonGroup>
            <Button href={municipalityAddress('/sturing/doelen/nieuw', municipality)} variant="primary">
              {t('goals.add')}
            </Button>
          </ButtonGroup>
        </Stack>
        {goals.length === 0 && (
          <Stack>
            <EmptyState>{t('goals.none')}</EmptyState>
            <Paragraph>{t('goals.none-example')}</Paragraph>
            <ul>
              {exampleNames.map((name) => (
                <li>
                  <Link
                    href={municipalityAddress('/sturing/doelen/nieuw', municipality, { voorbeeld: name })}
                  >
                    {t(`goals.choose.example-${name}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </Stack>
        )}
        <GoalCards
          {...page}
          addressOf={({ id }) => municipalityAddress(`/sturing/doelen/${id}`, municipality)}
        />
      </Stack>
    ),
  }
}
