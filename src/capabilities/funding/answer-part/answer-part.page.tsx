import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FigureNumbers } from '../../../design-system/figure-numbers/figure-numbers.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import type { AccountCounts, PartNumbers } from '../account.ts'
import { DeskTable, MaterialTable, QuestionTables } from '../counted-tables.page.tsx'
import type { AskedPart } from './answer-part.query.ts'

export const partAddress = (id: string, path = ''): string =>
  `/sturing/verantwoording/bibliotheek/${id}${path}`

/** What municipalities asked of the library. */
export function partsPage({
  t,
  language,
  parts,
}: {
  t: Translate
  language: Language
  parts: readonly (AskedPart & { readonly municipality: string })[]
}): Page {
  return {
    title: t('accountability.parts.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('accountability.parts.title')}</Heading>
        <Paragraph lead>{t('accountability.parts.lead')}</Paragraph>
        {parts.length === 0 ? (
          <EmptyState>{t('accountability.parts.none')}</EmptyState>
        ) : (
          <ul>
            {parts.map((part) => (
              <li>
                <Link href={partAddress(part.id)}>
                  {t('accountability.part.title', { municipality: part.municipality, year: part.year })}
                </Link>{' '}
                <PartState {...{ t, language, part }} />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    ),
  }
}

function PartState({ t, language, part }: { t: Translate; language: Language; part: AskedPart }) {
  if (part.signedOn)
    return (
      <StatusBadge kind="done">
        {t('accountability.part.signed', { day: dayInWords(part.signedOn, language) })}
      </StatusBadge>
    )
  return (
    <StatusBadge kind={part.state === 'confirmed' ? 'done' : 'waiting'}>
      {t(`accountability.part.state.${part.state}`)}
    </StatusBadge>
  )
}

interface PartPage {
  readonly t: Translate
  readonly language: Language
  readonly part: AskedPart
  readonly municipality: { readonly name: string }
  readonly counts: AccountCounts
  readonly numbers: PartNumbers
  /** The numbers as they stand on the page, to see whether they stay. */
  readonly shown: string
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved?: boolean
}

/** What is counted of the library for one municipality, and the question whether that is right. */
export function partPage(page: PartPage): Page {
  const { t, language, part, municipality, counts, numbers, errors } = page
  const { year } = part
  const title = t('accountability.part.title', { municipality: municipality.name, year })
  const tables = { t, language, year, counts }
  return {
    title,
    errors,
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('accountability.breadcrumb')}
            items={[{ href: '/sturing/verantwoording/bibliotheek', label: t('accountability.parts.title') }]}
          />
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>
            {t('accountability.part.lead', { municipality: municipality.name, year })}
          </Paragraph>
          {page.saved && <Alert kind="ok">{t('accountability.saved')}</Alert>}
          <p>
            <PartState {...{ t, language, part }} />
          </p>
          <Changed {...{ t, language, part, numbers }} />
        </Stack>
        <div id="numbers">
          <FigureNumbers
            numbers={([3, 4, 5] as const).map((number) => ({
              name: t(`accountability.indicator.${number}`),
              number:
                number === 5 && numbers.materialsUnknown
                  ? '?'
                  : t('accountability.number', { number: numberOf(numbers, number) }),
              remarks: [
                t(`accountability.what-of-library.${number}`, { municipality: municipality.name, year }),
              ],
            }))}
          />
        </div>
        <Stack>
          {numbers.materialsUnknown && (
            <Alert kind="warning">{t('accountability.part.materials-unknown')}</Alert>
          )}
          <ButtonGroup>
            <Button id="materials" href={partAddress(part.id, '/leermiddelen')}>
              {t('accountability.part.fill-in-materials')}
            </Button>
          </ButtonGroup>
        </Stack>
        {part.signedOn ? (
          <Paragraph>{t('accountability.part.after-signing')}</Paragraph>
        ) : (
          <AnswerForm {...page} />
        )}
        <Stack>
          <Heading level={2}>{t('accountability.part.what-it-is-made-of')}</Heading>
          <DeskTable {...tables} />
          <QuestionTables {...tables} />
          {counts.materials.length > 0 && <MaterialTable {...tables} />}
        </Stack>
      </Stack>
    ),
  }
}

function AnswerForm({ t, part, shown, form, errors }: PartPage) {
  return (
    <Form action={partAddress(part.id)}>
      <input type="hidden" name="shown" value={shown} />
      <input type="hidden" name="version" value={`${part.version}`} />
      <RadioGroup
        id="answer"
        name="answer"
        legend={t('accountability.part.question')}
        required
        error={errorAt(errors, 'answer')}
        value={form.text('answer')}
        options={[
          { value: 'confirmed', label: t('accountability.part.right') },
          { value: 'disputed', label: t('accountability.part.wrong') },
        ]}
      />
      <FormField
        id="remark"
        label={t('accountability.part.remark')}
        description={t('accountability.part.remark-hint')}
        error={errorAt(errors, 'remark')}
      >
        <Textarea name="remark" value={form.text('remark')} rows={3} />
      </FormField>
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t('accountability.part.submit')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

const numberOf = ({ desks, questions, materials }: PartNumbers, number: 3 | 4 | 5): number =>
  ({ 3: desks, 4: questions, 5: materials })[number]

/** What became different since the library answered. */
function Changed({
  t,
  language,
  part,
  numbers,
}: {
  t: Translate
  language: Language
  part: AskedPart
  numbers: PartNumbers
}) {
  if (!part.answeredOn) return null
  const then = { 3: part.desks, 4: part.questions, 5: part.materials }
  const changed = ([3, 4, 5] as const).filter((number) => then[number] !== numberOf(numbers, number))
  if (changed.length === 0) return null
  return (
    <Alert kind="warning">
      <Stack>
        <Paragraph>
          {t('accountability.part.changed', { day: dayInWords(part.answeredOn, language) })}
        </Paragraph>
        <ul>
          {changed.map((number) => (
            <li>
              {t(`accountability.indicator.${number}`)}:{' '}
              {t('accountability.from-to', { from: then[number] ?? 0, to: numberOf(numbers, number) })}
            </li>
          ))}
        </ul>
      </Stack>
    </Alert>
  )
}
