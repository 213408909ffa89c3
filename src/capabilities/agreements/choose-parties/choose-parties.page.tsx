import { Alert } from '../../../design-system/alert/alert.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { agreementPath } from '../agreement.ts'
import { type AgreementPageParts, formPage } from '../agreement-parts.page.tsx'
import type { PartyChoices } from './choose-parties.form.ts'

/** Who takes part: the library, and for an agreement between municipalities the others. */
export function partiesPage(
  parts: AgreementPageParts & {
    readonly place: { readonly number: number; readonly of: number }
    readonly choices: PartyChoices
    /** The libraries that work in this municipality, by id. */
    readonly nearby: ReadonlySet<string>
  },
): Page {
  const { t, agreement, form, errors, choices, nearby } = parts
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  const here = choices.libraries.filter(({ id }) => nearby.has(id))
  const elsewhere = choices.libraries.filter(({ id }) => !nearby.has(id))
  const chosen = form.text('library') || (here.length === 1 ? (here[0]?.id ?? '') : '')
  return formPage({
    ...parts,
    title: t('agreements.parties.title'),
    lead: t(`agreements.parties.lead.${agreement.kind}`),
    above: agreement.wasAgreed && (
      <Alert kind="info">
        <Stack>
          <Paragraph>{t('agreements.parties.agreed')}</Paragraph>
          <Paragraph>
            <Link href={agreementPath(agreement.id, '/status')}>{t('agreements.status.change')}</Link>
          </Paragraph>
        </Stack>
      </Alert>
    ),
    action: agreementPath(agreement.id, '/partijen'),
    children: (
      <>
        <FormField
          id="library"
          label={t('agreements.field.library')}
          description={t('agreements.parties.library-hint')}
          required
          error={errorAt(errors, 'library')}
        >
          <Select
            name="library"
            value={chosen}
            options={[
              { value: '', label: t('agreements.choose') },
              ...(here.length > 0
                ? [{ label: t('agreements.parties.here'), options: here.map(option) }]
                : []),
              ...(elsewhere.length > 0
                ? [{ label: t('agreements.parties.elsewhere'), options: elsewhere.map(option) }]
                : []),
            ]}
          />
        </FormField>
        {agreement.kind === 'cooperation' && (
          <FormField
            id="municipalities"
            label={t('agreements.field.municipalities')}
            description={t('agreements.parties.municipalities-hint')}
            required
            error={errorAt(errors, 'municipalities')}
          >
            <Textarea name="municipalities" value={form.text('municipalities')} rows={5} />
          </FormField>
        )}
      </>
    ),
  })
}
