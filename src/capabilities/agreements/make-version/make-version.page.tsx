import { Alert } from '../../../design-system/alert/alert.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { agreementPath } from '../agreement.ts'
import { formPage, type StepPlace } from '../agreement-parts.page.tsx'
import { factLabels } from '../building-block.ts'
import { buildingBlocks } from '../building-blocks.ts'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import type { OpenBlank, WrittenAgreement } from '../written-agreement.ts'
import { WrittenText } from '../written-text.page.tsx'

/** The last step: read the whole text, see what is open, make a version of it. */
export function textPage({
  t,
  agreement,
  place,
  written,
  id,
  saved,
}: {
  t: Translate
  agreement: NamedAgreement
  place: StepPlace
  written: WrittenAgreement
  /** Of the version that the form makes. */
  id: string
  saved: boolean
}): Page {
  return formPage({
    t,
    agreement,
    place,
    saved,
    form: new FormFields([]),
    errors: [],
    title: t('agreements.text.title'),
    lead: t('agreements.text.lead'),
    above: (
      <Stack gap="lg">
        <OpenBlanks t={t} agreement={agreement} open={written.open} />
        <Stack>
          <Heading level={2}>{written.title}</Heading>
          <WrittenText written={written} />
        </Stack>
      </Stack>
    ),
    action: agreementPath(agreement.id, '/tekst'),
    button: t('agreements.text.make'),
    versioned: false,
    children: (
      <>
        <input type="hidden" name="id" value={id} />
        <Paragraph>{t('agreements.text.make-hint')}</Paragraph>
      </>
    ),
  })
}

/** What must still be filled in, each leading to where one does. */
function OpenBlanks({
  t,
  agreement,
  open,
}: {
  t: Translate
  agreement: NamedAgreement
  open: readonly OpenBlank[]
}) {
  if (open.length === 0) return <Alert kind="ok">{t('agreements.text.complete')}</Alert>
  return (
    <Alert kind="warning">
      <Stack>
        <Paragraph>{t('agreements.text.open', { count: open.length })}</Paragraph>
        <ul>
          {open.map(({ block, article, label }) => (
            <li>
              <Link href={agreementPath(agreement.id, placeToFill(block, label))}>{article}</Link>
              {`: ${label}`}
            </li>
          ))}
        </ul>
      </Stack>
    </Alert>
  )
}

/** Where one fills in what is open: the block, or the step that a fact of the agreement comes from. */
function placeToFill(block: string, label: string): string {
  const isBlank = buildingBlocks
    .find(({ key }) => key === block)
    ?.blanks.some((blank) => blank.label === label)
  if (isBlank) return `/invullen/${block}`
  return label === factLabels.library || label === factLabels.parties ? '/partijen' : '/looptijd'
}
