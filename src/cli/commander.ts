export type { HelpConfiguration } from 'commander';
export { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
