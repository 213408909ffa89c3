import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { NumberInput } from '../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { errorAt, type FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import { writeAmount } from '../../platform/money/amount.ts'
import { type MoneyPage, moneyAddress } from './money-year.ts'
import { type KeyProblem, keyProblem, type SharingKey, type SharingPart, sharesOf } from './sharing.ts'

const numbers = new Intl.NumberFormat('nl-NL')

/** Why nothing can be shared by a key yet, and what to do about it. */
export function sayKeyProblem(problem: KeyProblem, t: MoneyPage['t']): string {
  switch (problem.reason) {
    case 'not-counted':
      return t('money.key.problem-not-counted', { municipalities: problem.municipalities.join(', ') })
    case 'not-whole':
      return t('money.key.problem-not-whole', { together: writeAmount(problem.share) })
    default:
      return t(`money.key.problem-${problem.reason}`)
  }
}

/** The share of each municipality in a key, and what is in the way of sharing by it. */
export function KeyShares({ t, sharingKey }: MoneyPage & { readonly sharingKey: SharingKey }) {
  const { kind, parts } = sharingKey
  const problem = keyProblem(kind, parts)
  const shares = sharesOf(parts)
  return (
    <Stack>
      <Heading level={2}>{t('money.key.shares')}</Heading>
      {problem && <Alert kind="warning">{sayKeyProblem(problem, t)}</Alert>}
      <DataTable
        id="aandelen"
        caption={t('money.key.shares-caption', { kind: t(`money.key-kind.${kind}`) })}
        rows={parts}
        columns={[
          {
            key: 'municipality',
            header: t('money.key.municipality'),
            rowHeader: true,
            cell: ({ municipality }: SharingPart) => municipality,
          },
          ...(kind === 'fixed'
            ? []
            : [
                {
                  key: 'basis',
                  header: t(`money.key-number.${kind}`),
                  numeric: true,
                  cell: ({ basis }: SharingPart) =>
                    basis === null ? t('money.key.not-counted') : numbers.format(basis),
                },
              ]),
          {
            key: 'share',
            header: t('money.key.share'),
            numeric: true,
            cell: ({ municipalityCode }) => {
              const share = shares?.get(municipalityCode)
              return share === undefined ? '–' : `${writeAmount(share)} %`
            },
          },
        ]}
      />
    </Stack>
  )
}

/** Counting the numbers of a key anew; of questions the maker may type what others told. */
export function KeyNumbers(
  page: MoneyPage & {
    readonly sharingKey: SharingKey
    readonly isMaker: boolean
    readonly numbers?: FormFields
    readonly errors: readonly FormError[]
  },
) {
  const { t, municipality, year, sharingKey, isMaker, numbers: typedNumbers, errors } = page
  const { kind, parts } = sharingKey
  if (kind === 'fixed' || (!isMaker && kind !== 'questions')) return null
  const typed =
    isMaker && kind === 'questions' ? parts.filter((part) => part.municipalityCode !== municipality.code) : []
  return (
    <Stack>
      <Heading level={2}>{t('money.key.count')}</Heading>
      <Paragraph>
        {kind === 'questions'
          ? t('money.key.count-questions', { year: String(year) })
          : t(`money.key.count-${kind}`)}
      </Paragraph>
      <Form
        action={moneyAddress(`/delen/sleutel/${sharingKey.id}/tellen`, page)}
        label={t('money.key.count')}
      >
        {typed.map(({ municipalityCode: code, municipality: name, basis }) => (
          <FormField
            id={`basis-${code}`}
            label={t('money.key.questions-of', { municipality: name })}
            optional={t('shell.optional')}
            error={errorAt(errors, `basis-${code}`)}
          >
            <NumberInput
              name={`basis-${code}`}
              value={typedNumbers ? typedNumbers.text(`basis-${code}`) : basis === null ? '' : String(basis)}
              autocomplete="off"
            />
          </FormField>
        ))}
        <ButtonGroup>
          <Button type="submit">{t('money.key.count-submit')}</Button>
        </ButtonGroup>
      </Form>
    </Stack>
  )
}
