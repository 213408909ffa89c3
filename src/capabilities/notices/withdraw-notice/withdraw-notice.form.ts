import { z } from 'zod'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { noticeText } from '../announce-notice/announce-notice.form.ts'
import { longest } from '../notice.ts'

const key = (message: MessageKey): MessageKey => message

/** Desks that were told of a change are told why it does not go on; a draft goes without a word. */
export const withdrawForm = ({
  isAnnounced,
  year,
}: {
  readonly isAnnounced: boolean
  readonly year: number
}) =>
  z.object({
    reason: noticeText(longest.reason, key('notices.error.reason-long'), year).min(
      isAnnounced ? 1 : 0,
      key('notices.error.reason'),
    ),
  })
