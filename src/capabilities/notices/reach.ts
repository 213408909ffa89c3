import type { Notice } from './notice.ts'

/** How one desk stands to a notice: it saw it as it is, it saw an earlier edition, or it did not see it. */
export interface DeskReached {
  readonly id: string
  readonly name: string
  readonly seen: 'seen' | 'earlier' | 'not'
  /** The local day on which it saw the edition it saw last. */
  readonly on: string | null
}

/** For which desks a notice is meant, and what each saw of it. A desk that closed is not waited for. */
export function reachOf(
  notice: Pick<Notice, 'id' | 'chosenDesks' | 'edition'>,
  desks: readonly { readonly id: string; readonly name: string }[],
  confirmations: readonly {
    readonly noticeId: string
    readonly deskId: string
    readonly edition: number
    readonly on: string
  }[],
): DeskReached[] {
  return desks
    .filter(({ id }) => !notice.chosenDesks || notice.chosenDesks.includes(id))
    .map((desk) => {
      const last = confirmations
        .filter(({ noticeId, deskId }) => noticeId === notice.id && deskId === desk.id)
        .sort((one, other) => other.edition - one.edition)[0]
      const seen = !last ? 'not' : last.edition >= notice.edition ? 'seen' : 'earlier'
      return { ...desk, seen, on: last?.on ?? null }
    })
}
