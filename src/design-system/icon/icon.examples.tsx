import { Icon, type IconName } from './icon.tsx'

const names: IconName[] = ['check', 'cross', 'info', 'warning', 'error', 'clock', 'next', 'previous']

export const examples = {
  'Icons beside their text': () => (
    <p>
      {names.map((name) => (
        <span>
          <Icon name={name} /> {name}{' '}
        </span>
      ))}
    </p>
  ),
}
