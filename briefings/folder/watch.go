package folder

import "context"

// Watch answers a channel of names that may have changed; nil: compare everything. It is closed when ctx ends.
func (s *Source) Watch(ctx context.Context) <-chan []string {
	changes := make(chan []string)
	context.AfterFunc(ctx, func() { close(changes) })
	return changes
}
