import { Button } from '../../design-system/button/button.tsx'
import { FormField } from '../../design-system/form-field/form-field.tsx'
import { Row } from '../../design-system/stack/stack.tsx'
import { TextInput } from '../../design-system/text-input/text-input.tsx'
import type { PublicMessageKey, PublicVoice } from '../../platform/i18n/public-language.ts'

/** The one question of the finder, about oneself or about somebody else. What was chosen besides goes along. */
export function WhereForm({
  voice,
  path,
  question,
  where,
  problem,
  besides = [],
}: {
  voice: PublicVoice
  /** Where the answer is, without the language. */
  path: string
  question: 'finder.where' | 'finder.refer.where'
  where: string
  problem: PublicMessageKey | undefined
  besides?: readonly (readonly [string, string])[]
}) {
  const { t, link } = voice
  return (
    <search>
      <form class="balie-form" action={link(path)} method="get" novalidate>
        {besides.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Row end>
          <FormField
            id="waar"
            label={t(question)}
            description={t('finder.where-hint')}
            error={problem && t(problem)}
          >
            <TextInput
              name="waar"
              value={where}
              // Of oneself the browser knows it; of somebody else it would be wrong.
              autocomplete={question === 'finder.where' ? 'postal-code' : 'off'}
              type="search"
            />
          </FormField>
          <Button type="submit" variant="primary">
            {t('finder.search')}
          </Button>
        </Row>
      </form>
    </search>
  )
}
