import { FileInput } from '../../../design-system/file-input/file-input.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { acceptedDocuments } from '../../../platform/documents/document-check.ts'
import { errorAt } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { agreementPath } from '../agreement.ts'
import { type AgreementPageParts, formPage } from '../agreement-parts.page.tsx'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import type { Paper } from './keep-paper.query.ts'

/** Hanging the signed paper on the version it is of. */
export function addPaperPage(
  parts: Omit<AgreementPageParts, 'language'> & { readonly number: number },
): Page {
  const { t, agreement, form, errors, number } = parts
  return formPage({
    ...parts,
    title: t('agreements.papers.add-title', { number }),
    lead: t('agreements.papers.lead'),
    action: agreementPath(agreement.id, `/versie/${number}/papier`),
    button: t('agreements.papers.save'),
    multipart: true,
    versioned: false,
    children: (
      <>
        <input type="hidden" name="id" value={form.text('id')} />
        <FormField
          id="paper"
          label={t('agreements.papers.file')}
          description={t('documents.hint')}
          required
          error={errorAt(errors, 'paper')}
        >
          <FileInput name="paper" accept={acceptedDocuments} />
        </FormField>
      </>
    ),
  })
}

/** Asks once more before a paper goes. */
export function removePaperPage({
  t,
  agreement,
  paper,
}: {
  t: Translate
  agreement: NamedAgreement
  paper: Paper
}): Page {
  return formPage({
    t,
    agreement,
    form: new FormFields([]),
    errors: [],
    title: t('agreements.papers.remove-title'),
    lead: t('agreements.papers.remove-lead', { name: paper.fileName }),
    action: agreementPath(agreement.id, `/papier/${paper.id}/verwijderen`),
    button: t('agreements.papers.remove-button'),
    versioned: false,
  })
}
