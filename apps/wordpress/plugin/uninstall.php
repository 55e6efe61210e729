<?php
/**
 * Takes everything along that the plugin has stored, on every site of a network.
 *
 * @package OtRoom
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

function ot_room_forget() {
	global $wpdb;
	delete_option( 'ot_room' );
	delete_option( 'ot_room_table' );
	delete_transient( 'ot_room_failures' );
	// phpcs:ignore WordPress.DB -- the table is this plugin's own.
	$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}ot_room_sessions" );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $ot_room_site ) {
		switch_to_blog( $ot_room_site );
		ot_room_forget();
		restore_current_blog();
	}
} else {
	ot_room_forget();
}
