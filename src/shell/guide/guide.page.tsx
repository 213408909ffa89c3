import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'

/** The parts of the guide, in the order in which somebody new meets them. `steps`: done one after the other. */
const parts = [
  { id: 'register', steps: true },
  { id: 'keyboard', steps: true },
  { id: 'rush', steps: false },
  { id: 'paper', steps: true },
  { id: 'offline', steps: false },
  { id: 'correct', steps: false },
  { id: 'never', steps: false },
  { id: 'refer', steps: true },
  { id: 'agenda', steps: false },
  { id: 'sent', steps: false },
  { id: 'confidential', steps: false },
  { id: 'changes', steps: false },
  { id: 'municipality', steps: true },
  { id: 'hours', steps: false },
  { id: 'figures', steps: false },
  { id: 'reports', steps: false },
  { id: 'who-sees', steps: false },
] as const

/** The guide on one page. In the catalogue each part has a title, a lead, and points on a line each. */
export function guidePage(t: Translate): Page {
  return {
    title: t('guide.title'),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('guide.title')}</Heading>
          <Paragraph lead>{t('guide.lead')}</Paragraph>
          <nav aria-label={t('guide.contents')}>
            <ul>
              {parts.map(({ id }) => (
                <li>
                  <Link href={`#${id}`}>{t(`guide.${id}.title`)}</Link>
                </li>
              ))}
            </ul>
          </nav>
        </Stack>
        {parts.map(({ id, steps }) => {
          const List = steps ? 'ol' : 'ul'
          return (
            <Stack>
              <Heading level={2} id={id}>
                {t(`guide.${id}.title`)}
              </Heading>
              <div>
                <Paragraph>{t(`guide.${id}.lead`)}</Paragraph>
                <List>
                  {t(`guide.${id}.points`)
                    .split('\n')
                    .map((point) => (
                      <li>{point}</li>
                    ))}
                </List>
              </div>
            </Stack>
          )
        })}
      </Stack>
    ),
  }
}
