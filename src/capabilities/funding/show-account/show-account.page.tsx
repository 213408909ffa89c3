import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { type FigureNumber, FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { MunicipalityTabs, municipalityAddress } from '../../organisations/public.ts'
import { type Account, changedAfterSigning } from '../account.ts'
import { accountedValue, goesToNation, showDifference, showShare, showValue } from '../account-words.ts'
import { type Accounting, accountAddress } from '../accounting-request.ts'
import { NothingBooked } from '../balance.page.tsx'
import { type Indicator, type IndicatorNumber, sumOfShares } from '../indicators.ts'
import { deadlineOf } from '../statement.ts'
import { NextStep, StepList } from '../step-list.page.tsx'

export type AccountPage = Accounting & {
  readonly t: Translate
  readonly language: Language
  readonly account: Account
  readonly message: string
}

const messages = ['ondertekend', 'gevraagd'] as const

/** The account of a year: five numbers, the next step, all steps, the files. */
export function showAccountPage(page: AccountPage): Page {
  const { t, year, account, municipality } = page
  const message = messages.find((each) => each === page.message)
  const title = t('accountability.of-year', { year })
  return {
    title,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>
            {t(goesToNation(account) ? 'accountability.lead' : 'accountability.lead-own', {
              municipality: municipality.name,
              year,
            })}
          </Paragraph>
          <Choices {...page} />
          {message && <Alert kind="ok">{t(`accountability.message.${message}`)}</Alert>}
          <Signed {...page} />
        </Stack>
        <Stack>
          <NothingBooked {...page} account={account.money} />
          <FigureNumbers numbers={account.indicators.map((indicator) => figureOf(indicator, page))} />
          <Paragraph subtle>{t('accountability.open-number')}</Paragraph>
        </Stack>
        <NextStep {...page} />
        {!account.statement && <StepList {...page} />}
        <Rules {...page} />
        <Files {...page} />
      </Stack>
    ),
  }
}

/** A municipality that was not there in the year: those that were account for it. */
export function notThenPage(page: Accounting & { readonly t: Translate }): Page {
  const { t, municipality, year, inYear, municipalities } = page
  const title = t('accountability.of-year', { year })
  const before = municipalities.filter(({ code }) => inYear.predecessors.some((each) => each.code === code))
  return {
    title,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{title}</Heading>
          <Choices {...page} />
          <Alert kind="info">
            <Paragraph>{t('accountability.not-then', { municipality: municipality.name, year })}</Paragraph>
          </Alert>
          <ul>
            {before.map((each) => (
              <li>
                <Link href={accountAddress('', { municipality: each, year })}>
                  {t('accountability.account-of', { municipality: each.name, year })}
                </Link>
              </li>
            ))}
          </ul>
        </Stack>
      </Stack>
    ),
  }
}

function Choices(page: Accounting & { readonly t: Translate }) {
  const { t, municipality, municipalities, year, years } = page
  return (
    <>
      <MunicipalityTabs
        {...{ t, municipality, municipalities }}
        path="/sturing/verantwoording"
        more={{ jaar: year }}
      />
      <LinkTabs
        label={t('accountability.years')}
        items={years.map((each) => ({
          href: accountAddress('', { municipality, year: each }),
          label: `${each}`,
          current: each === year,
        }))}
      />
    </>
  )
}

function Signed(page: AccountPage) {
  const { t, language, account } = page
  const { statement } = account
  if (!statement) return null
  const changed = changedAfterSigning(account)
  return (
    <Alert kind={changed.length > 0 ? 'warning' : 'ok'}>
      <Stack>
        <Paragraph>
          {t('accountability.signed-on', {
            day: dayInWords(statement.signedOn, language),
            as: statement.signedAs,
          })}
        </Paragraph>
        {statement.figures.reason && (
          <Paragraph>
            {t('accountability.reason-without')}: {statement.figures.reason}
          </Paragraph>
        )}
        {changed.length > 0 && (
          <>
            <Paragraph>{t('accountability.changed-after')}</Paragraph>
            <ul>
              {changed.map(({ number, difference }) => (
                <li>
                  {t(`accountability.indicator.${number as IndicatorNumber}`)}:{' '}
                  {showDifference(number, difference, t, language)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Alert>
  )
}

function figureOf(indicator: Indicator, page: AccountPage): FigureNumber {
  const { t, language, account, year } = page
  const { number, counted, correction } = indicator
  const difference = changedAfterSigning(account).find((each) => each.number === number)?.difference
  return {
    name: t('accountability.figure-name', { number, name: t(`accountability.indicator.${number}`) }),
    number: (
      <Link href={accountAddress(`/indicator/${number}`, page)}>
        {showValue(number, accountedValue(account, number), t, language)}
      </Link>
    ),
    remarks: [
      t(`accountability.what.${number}`, { year, next: year + 1 }),
      ...remarksOf(indicator, account, t),
      ...(correction && !account.statement
        ? [t('accountability.corrected', { counted: showValue(number, counted, t, language) })]
        : []),
      ...(difference === undefined
        ? []
        : [
            <strong>
              {t('accountability.after-signing', {
                difference: showDifference(number, difference, t, language),
              })}
            </strong>,
          ]),
    ],
  }
}

/** What one should know of a number before one believes it. */
function remarksOf({ number, correction }: Indicator, { money, counts, libraries }: Account, t: Translate) {
  if (number === 1)
    return Object.values(money.purposes).every(({ spentCents }) => spentCents === 0)
      ? [t('accountability.remark.nothing-booked')]
      : []
  if (number === 2)
    return money.scheme && money.grant.missing !== null ? [t('accountability.remark.grant-incomplete')] : []
  if (number === 3) {
    const shares = sumOfShares(counts.desks)
    return shares === counts.desks.length
      ? []
      : [t('accountability.remark.shares', { share: showShare(shares, t) })]
  }
  if (number === 5 && !correction)
    return libraries.some(({ materialsUnknown }) => materialsUnknown) || libraries.length === 0
      ? [t('accountability.remark.materials-unknown')]
      : []
  return []
}

/** By when, under which code: what nobody has set is said, not left out. */
function Rules({ t, language, account, year }: AccountPage) {
  if (!goesToNation(account)) return null
  const { scheme } = account.money
  const deadline = deadlineOf(year, scheme?.deadline ?? null)
  const unset = t('accountability.not-set')
  const isComplete = scheme?.code && deadline && scheme.auditKinds.every((kind) => kind !== '')
  return (
    <Stack>
      <Heading level={2}>{t('accountability.rules')}</Heading>
      <ul>
        <li>
          {t('accountability.rules.deadline')}: {deadline ? dayInWords(deadline, language) : unset}
        </li>
        <li>
          {t('accountability.rules.code')}: {scheme?.code ?? unset}
        </li>
        <li>
          {t('accountability.rules.audit')}:{' '}
          {scheme?.auditKinds.map((kind, index) => `${index + 1} ${kind || unset}`).join(' · ')}
        </li>
      </ul>
      {!isComplete && <Paragraph subtle>{t('accountability.rules.who-sets')}</Paragraph>}
    </Stack>
  )
}

function Files(page: AccountPage) {
  const { t, account } = page
  return (
    <Stack>
      <Heading level={2}>{t('accountability.files')}</Heading>
      {!account.statement && <Paragraph>{t('accountability.files-draft')}</Paragraph>}
      <ButtonGroup>
        <Button href={accountAddress('/bijlage.xlsx', page)}>{t('accountability.file.xlsx')}</Button>
        <Button href={accountAddress('/bijlage.csv', page)}>{t('accountability.file.csv')}</Button>
        <Button href={accountAddress('/afdrukken', page)}>{t('accountability.file.print')}</Button>
      </ButtonGroup>
      <Details summary={t('accountability.help')}>
        <Paragraph>{t('accountability.help-two-parties')}</Paragraph>
        <Paragraph>{t('accountability.help-no-reopening')}</Paragraph>
        <Paragraph>{t('accountability.help-wrong')}</Paragraph>
      </Details>
      <p>
        <Link href={municipalityAddress('/sturing/geld', page.municipality, { jaar: page.year })}>
          {t('accountability.to-money', { year: page.year })}
        </Link>
      </p>
    </Stack>
  )
}
