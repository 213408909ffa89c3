import { Alert } from '../../../design-system/alert/alert.tsx'
import { FieldGroup } from '../../../design-system/field-group/field-group.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { NumberInput } from '../../../design-system/number-input/number-input.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Columns } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { agreementPath } from '../agreement.ts'
import { type AgreementPageParts, formPage, type StepPlace } from '../agreement-parts.page.tsx'
import type { Blank, BuildingBlock } from '../building-block.ts'
import { DayInput } from '../day-input.page.tsx'
import { cellId, cellName } from './fill-block.form.ts'

/** The blanks of one building block; what Balie knows stands in them already. */
export function fillBlockPage(
  parts: AgreementPageParts & {
    readonly place: StepPlace
    readonly block: BuildingBlock
    /** What stands there is a proposal that nobody kept yet. */
    readonly isProposed: boolean
  },
): Page {
  const { t, agreement, form, errors, block, isProposed } = parts
  const path = agreementPath(agreement.id, `/invullen/${block.key}`)
  const isKnown = block.blanks.some(({ known }) => known)
  return formPage({
    ...parts,
    title: block.title,
    wide: block.blanks.some(({ kind }) => kind === 'table'),
    lead: block.about,
    above: (
      <>
        <Paragraph subtle>{t('agreements.fill.guide', { guide: block.guide })}</Paragraph>
        {isKnown && isProposed && <Alert kind="info">{t('agreements.fill.proposed')}</Alert>}
        {isKnown && !isProposed && (
          <Paragraph>
            <Link href={`${path}?opnieuw=ja`}>{t('agreements.fill.anew')}</Link>
          </Paragraph>
        )}
        <Paragraph>{t('agreements.fill.open-is-fine')}</Paragraph>
      </>
    ),
    action: path,
    children: block.blanks.map((blank) => <BlankField t={t} blank={blank} form={form} errors={errors} />),
  })
}

interface FieldParts {
  readonly t: Translate
  readonly blank: Blank
  readonly form: FormFields
  readonly errors: readonly FormError[]
}

function BlankField({ t, blank, form, errors }: FieldParts) {
  const { key, label, kind, hint, optional } = blank
  if (kind === 'day')
    return <DayInput {...{ t, form, errors }} name={key} legend={label} description={hint} />
  if (kind === 'table') return <TableFields {...{ t, blank, form, errors }} />
  const value = form.text(key)
  return (
    <FormField
      id={key}
      label={label}
      description={hint ?? (kind === 'amount' ? t('amounts.hint') : undefined)}
      optional={optional && t('shell.optional')}
      error={errorAt(errors, key)}
    >
      {kind === 'text' && <Textarea name={key} value={value} rows={4} />}
      {kind === 'list' && <Textarea name={key} value={value} rows={6} />}
      {kind === 'line' && <TextInput name={key} value={value} autocomplete="off" />}
      {(kind === 'year' || kind === 'percent') && <NumberInput name={key} value={value} />}
      {kind === 'amount' && <NumberInput name={key} value={value} decimals />}
    </FormField>
  )
}

/** The least empty rows that follow: who needs more saves, and finds new ones. */
const emptyRows = 2

function TableFields({ t, blank, form, errors }: FieldParts) {
  const columns = blank.columns ?? []
  const sent = (row: number) => columns.some(({ key }) => form.has(cellName(blank.key, row, key)))
  let typed = 0
  while (sent(typed)) typed += 1
  const isEmpty = (row: number) => columns.every(({ key }) => form.text(cellName(blank.key, row, key)) === '')
  let free = 0
  while (free < typed && isEmpty(typed - 1 - free)) free += 1
  const rows = blank.rows ? blank.rows.length : typed + Math.max(0, emptyRows - free)
  return (
    <>
      {blank.hint && <Paragraph>{blank.hint}</Paragraph>}
      {Array.from({ length: rows }, (_, row) => (
        <FieldGroup
          id={`${blank.key}-${row}`}
          legend={
            blank.rows?.[row] ??
            t('agreements.fill.row', {
              table: blank.label,
              number: row + 1,
            })
          }
        >
          <Columns>
            {columns.map(({ key, label, kind }, at) =>
              at === 0 && blank.rows ? (
                <input type="hidden" name={cellName(blank.key, row, key)} value={blank.rows[row]} />
              ) : (
                <FormField
                  id={cellId(blank.key, row, key)}
                  label={label}
                  error={errorAt(errors, cellId(blank.key, row, key))}
                >
                  {kind ? (
                    <NumberInput
                      name={cellName(blank.key, row, key)}
                      value={form.text(cellName(blank.key, row, key))}
                      decimals
                    />
                  ) : (
                    <TextInput
                      name={cellName(blank.key, row, key)}
                      value={form.text(cellName(blank.key, row, key))}
                      autocomplete="off"
                    />
                  )}
                </FormField>
              ),
            )}
          </Columns>
        </FieldGroup>
      ))}
    </>
  )
}
