import { Alert } from '../../../design-system/alert/alert.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { ShortList, ShortLists } from '../../../design-system/short-list/short-list.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { type Governed, MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import type { Attention } from '../attention.ts'
import { type Step, stepsLeft, type Tip } from '../first-steps.ts'

export interface TownHallPage extends Pick<Governed, 'municipality' | 'municipalities'> {
  readonly t: Translate
  readonly attention: readonly Attention[]
  readonly steps: readonly Step[]
  readonly saved: boolean
}

/** The six roles of the guide (chapter 4), each with the pages on which it is filled. */
const roles = [
  {
    role: 'financier',
    pages: [
      ['/sturing/verantwoording', 'town-hall.page.account'],
      ['/sturing/geld', 'town-hall.page.money'],
      ['/sturing/overeenkomsten', 'town-hall.page.agreements'],
      ['/sturing/doelen', 'town-hall.page.goals'],
      ['/sturing/buurgemeenten', 'town-hall.page.neighbours'],
    ],
  },
  { role: 'promoter', pages: [['/sturing/promotie', 'town-hall.page.promotion']] },
  {
    role: 'director',
    pages: [
      ['/sturing/regie', 'town-hall.page.direction'],
      ['/sturing/netwerk', 'town-hall.page.network'],
      ['/sturing/contactpersonen', 'town-hall.page.contacts'],
    ],
  },
  { role: 'referrer', pages: [['/sturing/doorverwijzers', 'town-hall.page.referring']] },
  {
    role: 'provider',
    pages: [
      ['/sturing/wijzigingen', 'town-hall.page.notices'],
      ['/sturing/signalen', 'town-hall.page.signals'],
    ],
  },
  { role: 'policy', pages: [['/sturing/beleid', 'town-hall.page.policy']] },
] as const satisfies readonly { role: string; pages: readonly (readonly [string, MessageKey])[] }[]

/** Where a tip is followed. */
const tipPages: Readonly<Record<Tip, string>> = {
  1: '/sturing/bereik',
  2: '/sturing/buurgemeenten',
  3: '/sturing/contactpersonen',
  4: '/sturing/overeenkomsten',
  5: '/sturing/doelen',
  6: '/sturing/overeenkomsten',
}

/** Where an official begins: what asks for attention, the six roles, the first steps, and what goes to the alderman. */
export function townHallPage(page: TownHallPage): Page {
  const { t, municipality, municipalities, attention, saved } = page
  const to = (path: string): string => municipalityAddress(path, municipality)
  return {
    title: t('town-hall.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('town-hall.heading', { municipality: municipality.name })}</Heading>
          <MunicipalityTabs {...{ t, municipality, municipalities }} path="/sturing/gemeente" />
          {saved && <Alert kind="ok">{t('shell.saved')}</Alert>}
        </Stack>
        <Stack>
          <Heading level={2}>{t('town-hall.attention')}</Heading>
          {attention.length === 0 ? (
            <Paragraph>{t('town-hall.attention.none')}</Paragraph>
          ) : (
            <ul>
              {attention.map(({ text, href, late }) => (
                <li>
                  <Link href={href}>{text}</Link>{' '}
                  {late && <StatusBadge kind="failed">{t('town-hall.late')}</StatusBadge>}
                </li>
              ))}
            </ul>
          )}
        </Stack>
        <Stack>
          <Heading level={2}>{t('town-hall.roles')}</Heading>
          <ShortLists>
            {roles.map(({ role, pages }) => (
              <section aria-labelledby={`rol-${role}`}>
                <Heading level={3} id={`rol-${role}`}>
                  {t(`town-hall.role.${role}`)}
                </Heading>
                <Paragraph>{t(`town-hall.role.${role}.what`)}</Paragraph>
                <ShortList
                  items={pages.map(([path, label]) => ({
                    name: <Link href={to(path)}>{t(label)}</Link>,
                    lines: [],
                  }))}
                />
              </section>
            ))}
          </ShortLists>
        </Stack>
        <Stack>
          <Heading level={2}>{t('town-hall.send')}</Heading>
          <Paragraph>{t('town-hall.send.lead')}</Paragraph>
          <ul>
            <li>
              <Link href={to('/sturing/gemeente/wethouder')}>{t('town-hall.send.alderman')}</Link>
            </li>
            <li>
              <Link href={to('/sturing/gemeente/raad')}>{t('town-hall.send.council')}</Link>
            </li>
          </ul>
        </Stack>
        <FirstSteps {...page} />
      </Stack>
    ),
  }
}

const badges = { shown: 'done', done: 'done', 'not-needed': 'neutral', open: 'waiting' } as const

function FirstSteps({ t, municipality, steps }: TownHallPage) {
  const left = stepsLeft(steps)
  return (
    <Stack>
      <Heading level={2} id="eerste-stappen">
        {t('town-hall.steps')}
      </Heading>
      <Paragraph>{t('town-hall.steps.lead', { left })}</Paragraph>
      <Details summary={t('town-hall.steps.show')} open={left > 0}>
        <ol>
          {steps.map(({ tip, state, mark }) => (
            <li>
              <Link href={municipalityAddress(tipPages[tip], municipality)}>{t(`town-hall.tip.${tip}`)}</Link>{' '}
              <StatusBadge kind={badges[state]}>{t(`town-hall.step.${state}`)}</StatusBadge>
              <Paragraph>{t(`town-hall.tip.${tip}.how`)}</Paragraph>
              {mark?.note && state !== 'shown' && <Paragraph>{mark.note}</Paragraph>}
              {state !== 'shown' && (
                <Link href={municipalityAddress(`/sturing/gemeente/stap/${tip}`, municipality)}>
                  {t('town-hall.step.mark', { tip: String(tip) })}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </Details>
    </Stack>
  )
}
