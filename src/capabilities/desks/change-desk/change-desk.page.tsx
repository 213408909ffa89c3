import { Alert } from '../../../design-system/alert/alert.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { PlacesPart } from '../arrange-places/arrange-places.page.tsx'
import { DeskForm, type DeskFormChoices } from '../desk.page.tsx'
import { movingKinds } from '../desk.ts'
import type { DeskDetails, Place } from './change-desk.query.ts'

export interface ChangeDeskPage {
  readonly t: Translate
  readonly desk: DeskDetails
  readonly libraryName: string
  /** What stands in the desk's own form. */
  readonly form: FormFields
  /** What stands in the form for a new place. */
  readonly placeForm: FormFields
  readonly errors: readonly FormError[]
  readonly choices: DeskFormChoices
  readonly places: readonly Place[]
  readonly saved: boolean
}

export function changeDeskPage(props: ChangeDeskPage): Page {
  const { t, desk, errors } = props
  return {
    title: desk.name,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          {props.saved && (
            <Alert kind="ok">
              <p>{t('shell.saved')}</p>
            </Alert>
          )}
          <Heading level={1}>{desk.name}</Heading>
          <Paragraph>{props.libraryName}</Paragraph>
          <DeskForm {...props} isNew={false} action={`/beheer/informatiepunten/${desk.id}`} />
        </Stack>
        {movingKinds.includes(desk.kind) && desk.active && <PlacesPart {...props} />}
      </Stack>
    ),
  }
}
