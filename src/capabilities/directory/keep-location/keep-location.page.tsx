import { Button } from '../../../design-system/button/button.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import {
  type EntryForm,
  entryPage,
  HoursQuestions,
  LineQuestion,
  type OfPartner,
  partnerAddress,
  TextQuestion,
  YesNoQuestion,
} from '../entry-form.page.tsx'

/** The form of a place; without an id a new one. */
export function keepLocationPage(props: EntryForm & { partner: OfPartner; locationId?: string }): Page {
  const { t, partner, locationId, form } = props
  const address = partnerAddress(partner, locationId ? `/plaats/${locationId}` : '/plaats')
  return entryPage({
    ...props,
    title: t(locationId ? 'directory.location.change' : 'directory.location.add'),
    action: address,
    submit: locationId ? 'directory.save' : 'directory.location.add',
    children: (
      <>
        <LineQuestion {...props} name="name" hint="directory.hint.location-name" />
        <LineQuestion {...props} name="street" />
        <LineQuestion {...props} name="house-number" />
        <LineQuestion {...props} name="postcode" hint="directory.hint.postcode" />
        <LineQuestion {...props} name="town" />
        <LineQuestion {...props} name="point" hint="directory.hint.point" />
        <HoursQuestions {...props} hint="directory.hint.location-hours" />
        <YesNoQuestion {...props} name="step-free" />
        <TextQuestion {...props} name="note" hint="directory.hint.location-note" rows={2} />
      </>
    ),
    after: locationId && (
      <form method="post" action={`${address}/verwijderen`}>
        <input type="hidden" name="version" value={form.text('version')} />
        <Button type="submit" variant="danger">
          {t('directory.location.remove')}
        </Button>
      </form>
    ),
  })
}
