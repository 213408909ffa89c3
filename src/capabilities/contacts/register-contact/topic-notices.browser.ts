import { deviceNow } from '../../../platform/time/device-clock.ts'

/** Shows what changes at the chosen topics and desk, right below the topic. The page may be an old one that the device kept. */
export function topicNotices(): (topicCodes: readonly string[], deskId: string) => void {
  const box = document.getElementById('notices')
  const notices = [...(box?.querySelectorAll<HTMLElement>('[data-topics]') ?? [])]
  // A screen reader says what appears in it.
  box?.setAttribute('role', 'status')
  box?.replaceChildren(...notices)
  return (topicCodes, deskId) => {
    for (const notice of notices) {
      const { topics = '', desks = '', until = '' } = notice.dataset
      notice.hidden =
        !topics.split(' ').some((code) => topicCodes.includes(code)) ||
        !desks.includes(deskId) ||
        deviceNow().slice(0, 10) > until
    }
  }
}
