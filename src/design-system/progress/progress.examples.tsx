import { Progress } from './progress.tsx'

export const examples = {
  'Part of a whole': () => (
    <Progress id="progress-sent" label="Berichten" value={3} max={8} text="3 van 8 verzonden" />
  ),
}
