import { Button } from '../../../design-system/button/button.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import {
  type EntryForm,
  entryPage,
  LineQuestion,
  type OfPartner,
  partnerAddress,
} from '../entry-form.page.tsx'

/** The form of somebody to call; without an id a new one. */
export function keepContactPersonPage(
  props: EntryForm & { partner: OfPartner; personId?: string; isNation: boolean },
): Page {
  const { t, partner, personId, form } = props
  const address = partnerAddress(partner, personId ? `/contact/${personId}` : '/contact')
  return entryPage({
    ...props,
    title: t(personId ? 'directory.person.change' : 'directory.person.add'),
    lead: t(props.isNation ? 'directory.person.lead-nation' : 'directory.person.lead'),
    action: address,
    submit: personId ? 'directory.save' : 'directory.person.add',
    children: (
      <>
        <LineQuestion {...props} name="name" required />
        <LineQuestion {...props} name="role" hint="directory.hint.role" />
        <LineQuestion {...props} name="phone" type="tel" />
        <LineQuestion {...props} name="email" type="email" />
      </>
    ),
    after: personId && (
      <form method="post" action={`${address}/verwijderen`}>
        <input type="hidden" name="version" value={form.text('version')} />
        <Button type="submit" variant="danger">
          {t('directory.person.remove')}
        </Button>
      </form>
    ),
  })
}
