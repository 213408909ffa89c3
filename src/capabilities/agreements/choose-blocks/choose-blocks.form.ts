import type { ParsedForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { AgreementKind } from '../agreement.ts'
import { blocksOfKind } from '../building-blocks.ts'

/** The blocks that were ticked, in the order of the articles; at least one. */
export function readBlocks(
  form: FormFields,
  kind: AgreementKind,
  t: Translate,
): ParsedForm<readonly string[]> {
  const ticked = form.all('blocks')
  const blocks = blocksOfKind(kind).flatMap(({ key }) => (ticked.includes(key) ? [key] : []))
  return blocks.length > 0
    ? { ok: true, value: blocks }
    : { ok: false, errors: [{ id: 'blocks', message: t('agreements.error.blocks') }] }
}
