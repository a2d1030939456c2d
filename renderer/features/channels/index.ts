export { ChannelPage } from './channel-page.tsx';
export { ChannelsPage } from './channels-page.tsx';
export { ComingFacts } from './coming-facts.tsx';
export { channelCommands } from './commands.ts';
