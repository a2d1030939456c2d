import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Mantine wants ten shades; the ones it really draws with are mapped to our tokens below. */
const teal: MantineColorsTuple = [
  '#e3f5f3', '#cbeae6', '#9ad6cf', '#69c6bb', '#46c2b5', '#22a195', '#128a80', '#0a7a72', '#08665f', '#06504b',
];

/** Motion never takes longer than 150 ms. */
const transitionProps = { duration: 100 };

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  colors: { teal },
  // The accent is dark on light ground and light on dark: its text follows the theme, not a computed white.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colours, color: 'var(--v-on-accent)' } : colours;
  },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '10px' },
  fontFamily: 'var(--v-font)',
  fontFamilyMonospace: 'var(--v-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: { fontFamily: 'var(--v-font)', fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'never',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, withCheckIcon: false } },
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 0 } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps, withArrow: false, multiline: false } },
    Menu: { defaultProps: { transitionProps, shadow: 'md', position: 'bottom-start', offset: 4 } },
    Popover: { defaultProps: { transitionProps, shadow: 'md' } },
    Modal: { defaultProps: { transitionProps: { ...transitionProps, transition: 'fade' }, overlayProps: { color: 'var(--v-scrim)', backgroundOpacity: 1 } } },
    Notification: { defaultProps: { withBorder: true } },
  },
});

/** Points Mantine's own colour names at our tokens, in both themes alike: a component never needs an override. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const colours = {
    '--mantine-color-body': 'var(--v-raised)',
    '--mantine-color-text': 'var(--v-text)',
    '--mantine-color-bright': 'var(--v-text)',
    '--mantine-color-dimmed': 'var(--v-text-2)',
    '--mantine-color-placeholder': 'var(--v-text-3)',
    '--mantine-color-anchor': 'var(--v-accent)',
    '--mantine-color-default': 'var(--v-raised)',
    '--mantine-color-default-hover': 'var(--v-hover)',
    '--mantine-color-default-color': 'var(--v-text)',
    '--mantine-color-default-border': 'var(--v-border)',
    '--mantine-color-error': 'var(--v-fail)',
    '--mantine-color-disabled': 'var(--v-sunken)',
    '--mantine-color-disabled-color': 'var(--v-text-3)',
    '--mantine-color-disabled-border': 'var(--v-border)',
    '--mantine-primary-color-filled': 'var(--v-accent)',
    '--mantine-primary-color-filled-hover': 'var(--v-accent-hover)',
    '--mantine-primary-color-contrast': 'var(--v-on-accent)',
    '--mantine-color-teal-filled': 'var(--v-accent)',
    '--mantine-color-teal-filled-hover': 'var(--v-accent-hover)',
    '--mantine-color-teal-text': 'var(--v-accent)',
    '--mantine-color-teal-light': 'var(--v-selected)',
    '--mantine-color-teal-light-color': 'var(--v-accent)',
    '--mantine-color-teal-outline': 'var(--v-accent)',
  };
  return {
    variables: { '--mantine-shadow-md': 'var(--v-float)', '--mantine-shadow-lg': 'var(--v-float)', '--mantine-shadow-xl': 'var(--v-float)' },
    light: colours,
    dark: colours,
  };
};
