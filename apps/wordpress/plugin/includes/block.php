<?php
/**
 * The block "Video room".
 *
 * @package OtRoom
 */

namespace OtRoom;

function register_room_block(): void {
	register_block_type( dirname( PLUGIN_FILE ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	wp_set_script_translations( 'ot-room-room-editor-script', 'ot-room' );
}

function render_block( array $attributes ): string {
	return render_room( $attributes['room'], $attributes['access'], $attributes['consent'], get_block_wrapper_attributes() );
}
