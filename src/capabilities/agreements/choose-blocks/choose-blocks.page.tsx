import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { agreementPath } from '../agreement.ts'
import { type AgreementPageParts, formPage, type StepPlace } from '../agreement-parts.page.tsx'
import { blocksOfKind } from '../building-blocks.ts'

/** Which building blocks the text is made of. */
export function blocksPage(parts: AgreementPageParts & { readonly place: StepPlace }): Page {
  const { t, agreement, form, errors } = parts
  return formPage({
    ...parts,
    title: t('agreements.blocks.title'),
    lead: t('agreements.blocks.lead'),
    action: agreementPath(agreement.id, '/bouwstenen'),
    children: (
      <CheckboxGroup
        id="blocks"
        name="blocks"
        legend={t('agreements.blocks.legend')}
        description={t('agreements.blocks.hint')}
        error={errorAt(errors, 'blocks')}
        values={form.all('blocks')}
        options={blocksOfKind(agreement.kind).map(({ key, title, about, guide }) => ({
          value: key,
          label: title,
          description: `${about} ${t('agreements.blocks.guide', { guide: guide.replaceAll('§ ', '§\u00a0') })}`,
        }))}
      />
    ),
  })
}
