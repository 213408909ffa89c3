import { Breadcrumb } from './breadcrumb.tsx'

export const examples = {
  'Two levels up': () => (
    <Breadcrumb
      label="Kruimelpad"
      items={[
        { href: '#begin', label: 'Begin' },
        { href: '#instellingen', label: 'Instellingen' },
      ]}
    />
  ),
}
